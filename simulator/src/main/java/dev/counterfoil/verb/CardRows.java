package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.word.CardState;

/** Steps about cards and their PINs. */
final class CardRows {
    static final Section CARDS_AND_PIN = Section.of(
            "Cards and PIN",
            "卡与密码",
            row(
                    "KnowPin",
                    ARRANGE,
                    "the cardholder of {card} knows the PIN {digits}",
                    "{card}的持卡人知道密码{digits}",
                    (s, a) -> s.arranging().pin(a.card(0), a.text(1))),
            row(
                    "SetBalance",
                    ARRANGE,
                    "{card} starts with a balance of {money}",
                    "{card}的初始余额为{money}",
                    (s, a) -> s.arranging().balance(a.card(0), a.money(1))),
            row(
                    "MarkCard",
                    ARRANGE,
                    "the issuer has marked {card} as {cardstate}",
                    "发卡行已将{card}置为{cardstate}",
                    (s, a) -> s.arranging().markCard(a.card(0), a.at(1, CardState.class))),
            row(
                    "WillMistype",
                    ARRANGE,
                    "the cardholder of {card} mistypes the PIN {times}",
                    "{card}的持卡人将输错密码{times}",
                    (s, a) -> s.arranging().mistypes(a.card(0), a.number(1))),
            row(
                    "WillSkipPin",
                    ARRANGE,
                    "the cardholder of {card} skips the PIN",
                    "{card}的持卡人不输密码直接确认",
                    (s, a) -> s.arranging().skipsPin(a.card(0))),
            row(
                    "Swipe",
                    ACT,
                    "{person} swipes {anycard}",
                    "{person}刷{anycard}",
                    (s, a) -> s.people().swipe(a.person(0), a.card(1))),
            row(
                    "Insert",
                    ACT,
                    "{person} inserts {anycard}",
                    "{person}插入{anycard}",
                    (s, a) -> s.people().insert(a.person(0), a.card(1))),
            row(
                    "Remove",
                    ACT,
                    "{person} removes {anycard}",
                    "{person}拔出{anycard}",
                    (s, a) -> s.people().remove(a.person(0), a.card(1))),
            row(
                    "TypePin",
                    ACT,
                    "{person} types the PIN {digits}",
                    "{person}输入密码{digits}",
                    (s, a) -> s.people().typePin(a.person(0), a.text(1))),
            row(
                    "CheckPinAsked",
                    CHECK,
                    "the cardholder of {card} was asked for the PIN {times}",
                    "{card}的持卡人被要求输入密码{times}",
                    (s, a) -> s.panels().pinAsked(a.number(1))),
            row(
                    "CheckCardAnswer",
                    CHECK,
                    "{anycard} has answered {hex}",
                    "{anycard}返回了{hex}",
                    (s, a) -> s.keys().cardAnswered(a.card(0), a.text(1))));

    private CardRows() {}
}
