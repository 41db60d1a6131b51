"""A name is given in every way in which those who look for it may write it."""

from __future__ import annotations

import pytest

from huiyi.values.han_variants import variants
from huiyi.values.readings import likely_reading
from huiyi.values.spellings import pinyin_spellings, unmarked_words, wade_giles_spellings
from huiyi.values.wade_giles import pinyin_syllables, syllables


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Máo Zédōng", "mao ze dong"),
        ("Xi'an", "xi an"),
        ("xian", "xian"),
        ("Xinan", "xi nan"),
        ("fangan", "fan gan"),
        ("Tiananmen", "tian an men"),
        ("Lǚ Zhengcao", "lü zheng cao"),
        ("lvse", "lü se"),
        ("Er", "er"),
        ("conference", ""),
        ("Mao Tse-tung", ""),
        ("", ""),
    ],
)
def test_pinyin_is_parted_into_its_syllables(text: str, parts: str) -> None:
    assert " ".join(syllables(text)) == parts


def test_every_syllable_is_one_syllable() -> None:
    assert [one for one in pinyin_syllables() if syllables(one) != (one,)] == []


def test_a_name_in_pinyin_is_spelt_in_one_word_and_in_many_and_in_wade_giles() -> None:
    found = list(pinyin_spellings(("deng", "xiao", "ping")))
    assert {"dengxiaoping", "deng xiaoping", "deng xiao ping", "tenghsiaoping", "teng hsiao ping"} <= set(found)
    assert {"teng hsiao p'ing", "t'eng hsiao p'ing", "teng hsiaoping"} <= set(found)


def test_a_syllable_of_two_forms_is_spelt_in_both() -> None:
    assert {"ho lung", "he lung"} <= set(pinyin_spellings(("he", "long")))


def test_a_long_text_is_spelt_by_its_runs_and_not_in_every_way() -> None:
    found = list(pinyin_spellings(syllables("Quanguo zuzhi gongzuo huiyi")))
    assert {"quan guo zu zhi gong zuo hui yi", "zuzhi", "gongzuohuiyi"} <= set(found)
    assert "ch'üan kuo tsu chih kung tso hui i" in found
    assert len(found) < 40
    assert len(list(pinyin_spellings(("ge",) * 1000))) < 8000


def test_nothing_is_spelt_of_nothing() -> None:
    assert list(pinyin_spellings(())) == []
    assert list(wade_giles_spellings(" - ")) == []


@pytest.mark.parametrize("printed", ["Teng Hsiao-p'ing", "T’eng Hsiao-pʻing", "Teng Hsiao-ping"])
def test_wade_giles_is_spelt_with_its_marks_without_and_with_too_many(printed: str) -> None:
    found = set(wade_giles_spellings(printed))
    assert {"teng hsiao ping", "tenghsiaoping", "t'eng hsiao p'ing"} <= found


def test_a_word_with_an_apostrophe_is_spelt_without() -> None:
    assert list(unmarked_words("At Yan’an, 'so to say', Mao's 5'")) == ["yanan", "maos"]


def test_chinese_is_given_in_the_characters_of_each_place() -> None:
    assert set(variants("组织部里")) == {"组织部里", "組織部裏", "組織部裡"}
    assert set(variants("會議")) == {"會議", "会议"}
    assert variants("conference") == ("conference",)


def test_characters_are_read_together() -> None:
    assert likely_reading("长征") == ("chang", "zheng")
    assert likely_reading("部长") == ("bu", "zhang")
    assert likely_reading("𠮷") == ()
