package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.verb.Vocabulary.Section;

/** Steps about sign-in, sales and other transactions. */
final class SaleRows {
    static final Section SIGN_IN = Section.of(
            "Sign-in",
            "签到",
            row("SignIn", ACT, "{person} signs in", "{person}签到"),
            row("SignOff", ACT, "{person} signs off", "{person}签退"),
            row("CheckOwnSignIn", CHECK, "{terminal} has signed in by itself", "{terminal}已自动签到"),
            row(
                    "CheckSignInLogged",
                    CHECK,
                    "the host has logged the sign-in of {terminal} at {clock}",
                    "主机登记的{terminal}签到时间为{clock}"));

    static final Section SALES_AND_OTHER_TRANSACTIONS = Section.of(
            "Sales and other transactions",
            "消费与其他交易",
            row("Sell", ACT, "{person} sells goods for {money} with {card}", "{person}做一笔{money}的消费，使用{card}"),
            row(
                    "SellNamed",
                    ACT,
                    "{person} sells {text} for {money} with {card}",
                    "{person}售出{text}，金额{money}，使用{card}"),
            row("StartSale", ACT, "{person} starts a sale for {money}", "{person}发起一笔{money}的消费"),
            row("QueryBalance", ACT, "{person} queries the balance of {card}", "{person}查询{card}的余额"),
            row("Void", ACT, "{person} voids {transaction}", "{person}撤销{transaction}"),
            row(
                    "VoidWithPassword",
                    ACT,
                    "{person} voids {transaction} with the supervisor password {digits}",
                    "{person}撤销{transaction}，主管密码{digits}"),
            row("CheckVerdict", CHECK, "{transaction} is {verdict}", "{transaction}的结果为{verdict}"),
            row("CheckDuration", CHECK, "{transaction} took at most {duration}", "{transaction}耗时不超过{duration}"),
            row(
                    "CheckReversalOpen",
                    CHECK,
                    "{terminal} holds a reversal record with reason {rc}",
                    "{terminal}存有原因码为{rc}的冲正记录"),
            row("CheckNoReversal", CHECK, "{terminal} holds no reversal record", "{terminal}没有待发冲正"),
            row(
                    "CheckAgree",
                    CHECK,
                    "{terminal} and the host agree on {transaction}",
                    "{terminal}与主机对{transaction}的记录一致"));

    private SaleRows() {}
}
