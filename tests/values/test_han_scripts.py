"""A character is told to be of one set only where that is certain."""

from __future__ import annotations

import pytest

from huiyi.values.han_scripts import is_simplified_only, is_traditional_only


@pytest.mark.parametrize("character", "劉陳習鄧國學會來楊趙華張書記組織錢飯貝車門頁馬魚鳥見風韋齒龍")
def test_a_traditional_character_is_not_simplified(character: str) -> None:
    assert is_traditional_only(character)
    assert not is_simplified_only(character)


@pytest.mark.parametrize("character", "刘东陈习邓杨赵华张书记组织钱饭贝车门页马鱼鸟见风韦齿龙")
def test_a_simplified_character_is_not_traditional(character: str) -> None:
    assert is_simplified_only(character)
    assert not is_traditional_only(character)


@pytest.mark.parametrize("character", "毛泽朱德小平警誓着强后里面昇喆璟堃祐A。")
def test_a_common_rare_or_variant_character_is_not_traditional(character: str) -> None:
    assert not is_traditional_only(character)


@pytest.mark.parametrize("character", "毛朱德小平警誓着后里面昇喆璟堃祐A。")
def test_a_common_rare_or_variant_character_is_not_simplified(character: str) -> None:
    assert not is_simplified_only(character)
