package dev.counterfoil.verb;

import static dev.counterfoil.verb.Row.Nature.ACT;
import static dev.counterfoil.verb.Row.Nature.ARM;
import static dev.counterfoil.verb.Row.Nature.ARRANGE;
import static dev.counterfoil.verb.Row.Nature.CHECK;
import static dev.counterfoil.verb.Row.row;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.stage.issuing.Issuing;
import dev.counterfoil.verb.Vocabulary.Section;
import java.time.LocalDate;

/** Steps about the HSM, the switch and the issuers. */
final class BackOfficeRows {
    static final Section HSM = Section.of(
            "HSM",
            "加密机",
            row(
                    "HsmError",
                    ARM,
                    "the HSM answers the next {command} with error {digits}",
                    "加密机对下一条{command}指令返回错误{digits}",
                    (s, a) -> s.arming().hsmError(a.text(0), a.text(1))),
            row(
                    "CheckHsmCommand",
                    CHECK,
                    "the HSM has received {command} {times}",
                    "加密机收到{command}指令{times}",
                    (s, a) -> s.backOffice().hsmReceived(a.text(0), a.number(1))),
            row(
                    "CheckHsmIdle",
                    CHECK,
                    "the HSM has received nothing for {terminal}",
                    "加密机未收到{terminal}的任何指令",
                    (s, a) -> s.backOffice().hsmIdleFor(a.terminal(0))),
            row(
                    "CheckTwoForms",
                    CHECK,
                    "the host keeps each working key of {terminal} in POS form and SYS form",
                    "主机以POS和SYS两种形式保存{terminal}的各工作密钥",
                    (s, a) -> s.keys().twoForms(a.terminal(0))),
            row(
                    "CheckPinTranslated",
                    CHECK,
                    "the HSM has translated the PIN of {transaction} from the {key} to the {key}",
                    "加密机将{transaction}的PIN由{key}转为{key}加密",
                    (s, a) -> s.backOffice().pinTranslated(a.transaction(0))));

    static final Section SWITCH_AND_ISSUER = Section.of(
            "Switch and issuer",
            "交换中心与发卡行",
            row(
                    "IssuerDeclines",
                    ARRANGE,
                    "the issuer declines {card} with {rc}",
                    "发卡行对{card}一律拒绝，应答码{rc}",
                    (s, a) -> s.arranging().issuerDeclines(a.card(0), a.text(1))),
            row(
                    "CheckIssuerPosted",
                    CHECK,
                    "the issuer has posted {transaction} {times}",
                    "发卡行对{transaction}记账{times}",
                    (s, a) -> s.backOffice().issuerPosted(a.transaction(0), a.number(1))),
            row(
                    "CheckBalance",
                    CHECK,
                    "the balance of {card} is {money}",
                    "{card}的余额为{money}",
                    (s, a) -> s.backOffice().balance(a.card(0), a.money(1))),
            row(
                    "CheckLegsDiffer",
                    CHECK,
                    "{field} differs on the two legs of {transaction}",
                    "{field}在{transaction}的两段报文中不同",
                    (s, a) -> s.messageChecks().legsDiffer(a.text(0), a.transaction(1))));

    static final Section CARD_ISSUING = Section.of(
            "Card issuing",
            "制卡",
            row(
                    "BlankCard",
                    ARRANGE,
                    "{managercard} starts blank",
                    "{managercard}初始为白卡",
                    (s, a) -> new Issuing(s).blank(a.card(0))),
            row(
                    "IssueCard",
                    ACT,
                    "the card issuer makes {managercard} with number {digits}, password {digits}, expiry {date} and"
                            + " {number} tries",
                    "制卡机制作{managercard}，卡号{digits}，密码{digits}，有效期{date}，可试{number}次",
                    (s, a) -> new Issuing(s)
                            .issue(a.card(0), a.text(1), a.text(2), a.at(3, LocalDate.class), a.number(4))),
            row(
                    "PullCard",
                    ARM,
                    "{managercard} is pulled out of the card issuer after {number} commands",
                    "{managercard}在制卡机执行{number}条指令后被拔出",
                    (s, a) -> new Issuing(s).pulledAfter(a.card(0), a.number(1))),
            row(
                    "IssuerPowerFails",
                    ARM,
                    "the power of the card issuer fails after {number} commands to {managercard}",
                    "制卡机执行{number}条指令后掉电，对象为{managercard}",
                    (s, a) -> new Issuing(s).powerFailsAfter(a.number(0), a.card(1))),
            row(
                    "SendToCard",
                    ACT,
                    "the card issuer sends {hex} to {managercard}",
                    "制卡机把{hex}发给{managercard}",
                    (s, a) -> new Issuing(s).send(Hex.bytes(a.text(0)), a.card(1))),
            row(
                    "CheckIssuing",
                    CHECK,
                    "the making of {managercard} has ended as {value}",
                    "{managercard}的制卡结果为{value}",
                    (s, a) -> new Issuing(s).ended(a.card(0), a.text(1))));

    private BackOfficeRows() {}
}
