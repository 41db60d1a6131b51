"""Names in Wade-Giles are held against pinyin, with the marks that print loses."""

from __future__ import annotations

import pytest

from huiyi.values.wade_giles import are_one_name, pinyin_syllables, reads_as_pinyin, reads_as_wade_giles

PAIRS = [
    ("Mao Zedong", "Mao Tse-tung"),
    ("Deng Xiaoping", "Teng Hsiao-p'ing"),
    ("Deng Xiaoping", "TENG HSIAO-PING"),
    ("Zhou Enlai", "Chou En-lai"),
    ("Zhu De", "Chu Teh"),
    ("Peng Zhen", "P’êng Chên"),
    ("Peng Zhen", "Peng Chen"),
    ("Xie Xuegong", "Hsieh Hsüeh-kung"),
    ("An Ziwen", "An Tzu-wen"),
    ("Guo Moruo", "Kuo Mo-jo"),
    ("Lü Zhengcao", "Lü Cheng-ts'ao"),
    ("Chén Yún", "Ch'en Yün"),
    ("Liu Shaoqi", "Liu Shaoch'i"),
    ("Si Guoci", "Szu Kuo-tz'u"),
]


@pytest.mark.parametrize(("pinyin", "wade_giles"), PAIRS)
def test_two_forms_of_one_name_are_one_name(pinyin: str, wade_giles: str) -> None:
    assert reads_as_pinyin(pinyin)
    assert reads_as_wade_giles(wade_giles)
    assert are_one_name(pinyin, wade_giles)


@pytest.mark.parametrize(
    ("pinyin", "wade_giles"),
    [
        ("Gao Gang", "K'ao Kang"),
        ("Dan", "T'an"),
        ("Rao Shushi", "Jao Shu"),
        ("Peng Zhen", "Peng Te-huai"),
        ("Zhu De", "Chü Te"),
        ("An Ziwen", "An Chih-wen"),
    ],
)
def test_a_mark_that_is_printed_and_a_syllable_that_differs_count(pinyin: str, wade_giles: str) -> None:
    assert reads_as_wade_giles(wade_giles)
    assert not are_one_name(pinyin, wade_giles)


@pytest.mark.parametrize("text", ["Mao Tse-tung", "T'an", "Hsiao", "Peking", "Chairman Mao", "", "毛泽东"])
def test_what_has_another_syllable_is_no_pinyin(text: str) -> None:
    assert not reads_as_pinyin(text)


@pytest.mark.parametrize("text", ["Mao Zedong", "Xi Zhongxun", "Jao Shushi", "Peking", "", "毛泽东"])
def test_what_has_another_syllable_is_no_wade_giles(text: str) -> None:
    assert not reads_as_wade_giles(text)


def test_an_apostrophe_parts_syllables_of_pinyin() -> None:
    assert reads_as_pinyin("Xi'an")
    assert reads_as_pinyin("nar")
    assert reads_as_pinyin("lvse")


def test_every_syllable_of_the_standard_but_the_interjections_has_a_form() -> None:
    assert len(pinyin_syllables()) == 407
    assert all(forms and all(reads_as_wade_giles(form) for form in forms) for forms in pinyin_syllables().values())
