"""Which Chinese characters belong for certain to the simplified set, and which to the traditional one.

Most are common to both, and of many others the standards say too little: of these nothing is said here.
"""

from __future__ import annotations

from functools import cache
from typing import Final

# Unicode sorts by radical, the full form before the simplified one: from the full radicals of 言, 糸, 金, 食, 貝, 車,
# 門, 頁, 馬, 魚, 鳥, 見, 風, 韋, 齒, 龍 to where the simplified ones begin,
# what the mainland standard lacks is traditional.
_FULL_RADICALS: Final = (
    (0x8A01, 0x8B9F), (0x7CF9, 0x7E9E), (0x91D2, 0x9484), (0x98E0, 0x9962), (0x8C9D, 0x8D1C), (0x8ECA, 0x8F65),
    (0x9580, 0x95E7), (0x9801, 0x9874), (0x99AC, 0x9A6B), (0x9B5A, 0x9C7B), (0x9CE5, 0x9E1E), (0x898B, 0x89C0),
    (0x98A8, 0x98CD), (0x97CB, 0x97E5), (0x9F52, 0x9F7E), (0x9F8D, 0x9F98),
)  # fmt: skip
_TRADITIONAL: Final = frozenset(
    "並亂亞來侖俠個們倫偉側偵偽傑傘備傭傳債傷傾僅僑價儀億儉儲優兌兒兩冊凍刪則剛剝創劃劇劉劍劑勁動務勝勞勢勳勵勸"
    "匯區協卻厭厲參叢吳員問啞喚喪喬單嗚嘆嘗嘩嘯噴噸嚇嚴囑國圍園圓圖團執堅堯報場塊塵墊墮墳墾壇壓壘壞壟壯壺壽夠夢"
    "夾奧奪奮婁婦媽嬌嬰孫學寢實寧審寫寬寵寶將專尋對導屆層屬岡島峽崗嶺嶼帥師帳帶幟幣幫幹幾庫廁廈廟廠廢廣廬廳張彈彌"
    "彎彙徑從復徹恥悅惡惱愛態慘慚慣慮慶憂憐憑憤憲憶應懇懷懸懼戀戰戲戶拋掃採揀揚換揮損搖搗搶摟撈撐撥撫撲擁擇擊擋擔據"
    "擠擬擴擺擾攔攝攤敗敘敵數斂斃斬斷時晉晝暈暉暢暫曆曉曠書東條棄棟棧楊楓業極榮構槍樁樂樓標樞樣樸樹橋機橢檔檢欄權會"
    "歐歡歲歷歸殘殲殺殼毀氣決沒況淒淚淨淪淵淺減渦測渾湊湯準溝溫滄滅滬滯滲滾滿漁漢漲漸漿潑潔潛潤澀澆澤濁濃濕濟濤濫濰"
    "濱瀉瀋瀏瀝瀾灑灘灣災為烏無煉煙煥煩熱燈燒營燦燭爐爛爭爺爾牆牽犧狀狹猶獄獎獨獲獵獸獻現瑋瑣瑤瑩瑪環瓊產畝畢畫異當"
    "疇瘋瘡療癢癥癬發皺盜盞盡監盤盧眾睜瞞矚矯硯碩確碼礎礙礦禍禎禦禪禮禱種稱穌積穩窩窮竄竅竊競筆筍節範築篤篩簡簽簾籃"
    "籌籠籬籲糞糧罰罷羅義習聖聞聯聰聲聳職聽聾肅脅脈脫腎腦腫腳腸膚膠膽膿臉臘臟臥臨臺與興舉舊艙艦艱艷蘭華萊萬葉葦蒼蓋"
    "蓮蔣蔥蕩薑薩藍藝藥蘆蘇蘊蘋處虛號虧蝕蝦螞螢蟬蟲蠅蠟蠶術衛衝補裝裡複褲襖襪襯襲觸豈豎豐貓趕趙躍軀辦辭辯農這連進遊"
    "運過達違遙遜遞遠適遲遷選遺遼邁還邇邊邏郵鄉鄒鄧鄭鄰醜醫醬釀釋長陘陝陣陰陳陸陽隊階際隨險隱隴隻雖雙雛雜雞離難雲電"
    "霧靂靈靜韃響飛骯髏髒體髮鬆鬍鬚鬥鬧鬱鹼鹽麗麥麵黃點黨齊齋龜"
    "內強宮彥莊莖荊蕭薊蕪薦粵趨嵐棗柵獅窺罵湧磚礪韻虜"
)
_ELSEWHERE: Final = ("big5", "shift_jis", "euc_kr")
"""Standards of places where the traditional forms, or others that traditional print uses as well, are written."""


@cache
def is_simplified_only(character: str) -> bool:
    """Say whether the mainland standard has a character that those of the neighbours lack."""
    return _has("gb2312", character) and not any(_has(standard, character) for standard in _ELSEWHERE)


@cache
def is_traditional_only(character: str) -> bool:
    """Say whether a character has a simplified form that differs, and is none itself."""
    is_full = any(first <= ord(character) <= last for first, last in _FULL_RADICALS)
    return (character in _TRADITIONAL or is_full) and not _has("gb2312", character) and _has("big5", character)


def _has(standard: str, character: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
