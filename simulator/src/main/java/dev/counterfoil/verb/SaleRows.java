package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;
import dev.counterfoil.verb.ref.Verdict;
import java.time.LocalTime;

/** Steps about sign-in, sales and other transactions. */
final class SaleRows {
    static final Section SIGN_IN = Section.of(
            "Sign-in",
            "签到",
            row(
                    "SignIn",
                    ACT,
                    "{person} signs in",
                    "{person}签到",
                    (s, a) -> s.people().signIn(a.person(0))),
            row(
                    "SignOff",
                    ACT,
                    "{person} signs off",
                    "{person}签退",
                    (s, a) -> s.people().signOff(a.person(0))),
            row(
                    "DemandSignIn",
                    ACT,
                    "the host demands a new sign-in from {terminal}",
                    "主机要求{terminal}重新签到",
                    (s, a) -> s.hands().demandSignIn(a.terminal(0))),
            row(
                    "CheckOwnSignIn",
                    CHECK,
                    "{terminal} has signed in by itself",
                    "{terminal}已自动签到",
                    (s, a) -> s.transactions().signedInByItself(a.terminal(0))),
            row(
                    "CheckDemand",
                    CHECK,
                    "{message} demands a new sign-in",
                    "{message}要求重新签到",
                    (s, a) -> s.messageChecks().demandsSignIn(a.message(0))),
            row(
                    "CheckSignInLogged",
                    CHECK,
                    "the host has logged the sign-in of {terminal} at {clock}",
                    "主机登记的{terminal}签到时间为{clock}",
                    (s, a) -> s.transactions().signInLogged(a.terminal(0), a.at(1, LocalTime.class))));

    static final Section SALES_AND_OTHER_TRANSACTIONS = Section.of(
            "Sales and other transactions",
            "消费与其他交易",
            row(
                    "Sell",
                    ACT,
                    "{person} sells goods for {money} with {card}",
                    "{person}做一笔{money}的消费，使用{card}",
                    (s, a) -> s.people().sell(a.person(0), "", a.money(1), a.card(2))),
            row(
                    "SellNamed",
                    ACT,
                    "{person} sells {text} for {money} with {card}",
                    "{person}售出{text}，金额{money}，使用{card}",
                    (s, a) -> s.people().sell(a.person(0), a.text(1), a.money(2), a.card(3))),
            row(
                    "StartSale",
                    ACT,
                    "{person} starts a sale for {money}",
                    "{person}发起一笔{money}的消费",
                    (s, a) -> s.people().startSale(a.person(0), a.money(1))),
            row(
                    "QueryBalance",
                    ACT,
                    "{person} queries the balance of {card}",
                    "{person}查询{card}的余额",
                    (s, a) -> s.people().queryBalance(a.person(0), a.card(1))),
            row(
                    "Void",
                    ACT,
                    "{person} voids {transaction}",
                    "{person}撤销{transaction}",
                    (s, a) -> s.people().voids(a.person(0), a.transaction(1), null)),
            row(
                    "VoidWithPassword",
                    ACT,
                    "{person} voids {transaction} with the supervisor password {digits}",
                    "{person}撤销{transaction}，主管密码{digits}",
                    (s, a) -> s.people().voids(a.person(0), a.transaction(1), a.text(2))),
            row(
                    "CheckVerdict",
                    CHECK,
                    "{transaction} is {verdict}",
                    "{transaction}的结果为{verdict}",
                    (s, a) -> s.transactions().verdict(a.transaction(0), a.at(1, Verdict.class))),
            row(
                    "CheckDuration",
                    CHECK,
                    "{transaction} took at most {duration}",
                    "{transaction}耗时不超过{duration}",
                    (s, a) -> s.transactions()
                            .tookAtMost(a.transaction(0), a.span(1).nanos())),
            row(
                    "CheckReversalOpen",
                    CHECK,
                    "{terminal} holds a reversal record with reason {rc}",
                    "{terminal}存有原因码为{rc}的冲正记录",
                    (s, a) -> s.transactions().reversalOpen(a.terminal(0), a.text(1))),
            row(
                    "CheckNoReversal",
                    CHECK,
                    "{terminal} holds no reversal record",
                    "{terminal}没有待发冲正",
                    (s, a) -> s.transactions().noReversal(a.terminal(0))),
            row(
                    "CheckAgree",
                    CHECK,
                    "{terminal} and the host agree on {transaction}",
                    "{terminal}与主机对{transaction}的记录一致",
                    (s, a) -> s.transactions().agree(a.terminal(0), a.transaction(1))));

    private SaleRows() {}
}
