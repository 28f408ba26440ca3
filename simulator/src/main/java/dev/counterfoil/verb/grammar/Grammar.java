package dev.counterfoil.verb.grammar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular expressions of the parameter types, in both languages at once. {@code <name>} stands for the group of
 * that type or part; groups do not capture.
 */
final class Grammar {
    private static final String TABLE = """
            text          "[^"]*"|'[^']*'|“[^”]*”|「[^」]*」
            money         (?:0|[1-9][0-9]{0,9})(?:\\.[0-9]{2})?(?: yuan|元)
            duration      [0-9]+(?:\\.[0-9]+)?(?: (?:ms|s|min|h|days?)|毫秒|秒|分钟|小时|天)
            clock         [0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?
            date          [0-9]{4}-[0-9]{2}-[0-9]{2}
            number        0|[1-9][0-9]*
            times         once|twice|[0-9]+ times|[0-9]+次
            rate          0(?:\\.[0-9]+)?|1e-[0-9]+
            digits        [0-9]{1,20}
            hex           [0-9A-F]{2}(?:[0-9A-F]{2})*
            kcv           [0-9A-F]{16}|[0-9A-F]{8}|[0-9A-F]{6}|[0-9A-F]{4}
            setting       [a-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*
            value         [A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*
            t             T[0-9]{1,6}
            terminal      (?:terminal |终端)?<t>
            pad           the pad of <t>|pad P[0-9]{1,6}|<t>的密码键盘|密码键盘P[0-9]{1,6}
            loading       the (?:loader PC|mother POS)(?: of <t>)?|(?:<t>的)?(?:灌密电脑|母POS)
            device        <pad>|<loading>|<terminal>
            card          card [A-Z][0-9]{0,5}|卡[A-Z][0-9]{0,5}
            managercard   manager card M[0-9]{1,5}|(?:运维)?管理员卡M[0-9]{1,5}
            qrcard        payment card Q[0-9]{1,5}|支付卡Q[0-9]{1,5}
            anycard       <managercard>|<qrcard>|<card>
            party         the (?:host|HSM|switch|issuer(?: of <card>)?|website|transaction server)|主机|加密机|交换中心|\
            (?:<card>的)?发卡行|网站|交易服务器
            actor         <pad>|<loading>|<terminal>|<party>
            wire          the (?:line|pad cable|card slot|injection cable) of <t>|the (?:HSM|switch|issuer) link|\
            <t>的(?:通讯线路|键盘连线|卡槽|灌密连线)|(?:加密机|交换中心|发卡行)链路
            place         <wire>|<party>
            profile       PSTN|GPRS|4G|5G|IoT|Ethernet|serial [0-9]+|物联网|以太网|串口[0-9]+
            person        the (?:clerk|cardholder|manager|technician|supervisor|administrator|thief)(?: of <t>)?|\
            (?:<t>的)?(?:收银员|持卡人|运维管理员|维修员|主管|系统管理员|窃贼)
            merchant      the merchant(?: of <t>)?|merchant <text>|(?:<t>的)?商户|商户<text>
            kinden        sale|void|refund|balance inquiry|pre-authorisation void|pre-authorisation|\
            completion void|completion advice|completion|offline sale|adjustment|tip|instalment sale|points sale|\
            reservation sale|QR sale|QR void|QR refund|sign-in|sign-off|settlement|batch upload|key download|\
            reversal|echo test|status upload|inspection
            kindzh        消费|撤销|退货|余额查询|预授权撤销|预授权完成撤销|预授权完成通知|预授权完成|预授权|离线结算|结算调整|小费|分期消费|积分消费|预约消费|扫码消费|扫码撤销|\
            扫码退货|签到|签退|结算|批上送|密钥下载|冲正|回响测试|状态上送|巡检
            kind          <kinden>|<kindzh>
            transaction   the (?:last |[0-9]+(?:st|nd|rd|th) )?<kinden>(?: of <t>)?|(?:<t>的)?(?:该[笔次]|最后一[笔次]|\
            第[0-9]+[笔次])<kindzh>
            subject       <terminal>|<merchant>|<card>|<transaction>
            mti           0[1-8][0-9]{2}
            field         F[0-9]{1,3}(?:\\.[0-9A-F]{1,4})?
            fielden       <field> (?:present|absent|of <transaction>|[0-9A-Z]+|<text>)
            fieldzh       <field>(?:存在|不存在|同<transaction>|为(?:[0-9A-Z]+|<text>))
            fields        <fielden>(?: and <fielden>)*|<fieldzh>(?:且<fieldzh>)*
            named         request|answer|message|sign-in request|sign-in answer|download request|\
            authentication message|key delivery|download result|injection order
            namedzh       请求|应答|报文|签到请求|签到应答|密钥下载请求|认证报文|密钥下发报文|下载结果报文|灌密指令
            message       (?:the (?:next|last|[0-9]+(?:st|nd|rd|th))|every) (?:<mti>|<named>)(?: (?:from|of|to|\
            for) <terminal>)?(?: with <fields>)?|(?:<terminal>发出的|发往<terminal>的)?(?:下一[笔条]|最后一[笔条]|每[笔条]|\
            第[0-9]+[笔条])(?:<mti>|<namedzh>)(?:（<fields>）)?
            rc            [0-9A-Z]{2}
            verdict       approved|declined with <rc>|unanswered|reversed|cancelled|refused by the terminal|批准|\
            拒绝，应答码<rc>|无应答|已冲正|已取消|终端拒绝
            key           master key|PIN key|MAC key|track key|card key|zone PIN key|zone MAC key|主密钥|PIN密钥|MAC密钥|\
            磁道密钥|卡片密钥|区域PIN密钥|区域MAC密钥
            keyref        the (?:master key|PIN key|MAC key|track key|working key set|chip key|device id) of <t>\
            (?: at the host)?|(?:主机中)?<t>的(?:主密钥|PIN密钥|MAC密钥|磁道密钥|工作密钥|芯片密钥|设备号)
            keystate      EMPTY|PENDING|LOADED|ACTIVE|FROZEN|LOST|REVOKED|空|待确认|已装载|可用|冻结|丢失|作废
            secret        the master key|the card key|the card password|the PIN|the track data|the working keys|\
            the random numbers|主密钥|卡片密钥|卡密码|PIN|磁道数据|工作密钥|随机数
            tstate        unloaded|loaded|signed-in|signed-off|settled|frozen|locked|未装密钥|已装密钥|已签到|已签退|已结算|冻结|锁定
            registration  in service|disabled|withdrawn|unknown|在用|停用|撤机|未登记
            cardstate     good|issued|expired|stolen|lost|blocked|revoked|suspended|unknown|out of region|正常|已发卡|\
            过期|被盗|挂失|锁定|注销|停用|未登记|超出区域
            check         MAC|serial number|site|certificate|original|trace number|序列号|装机地址|入网证书|原交易|流水号
            fault         lost after the host has posted it|lost|delivered twice|delivered with a wrong (?:MAC|\
            check value|length)|delivered with one bit flipped|delivered byte by byte|garbled by noise|held back|\
            swapped with the next one|丢失|重复送达|送达时(?:MAC|校验值|长度)错误|送达时有一位翻转|逐字节送达|被噪声损坏|被扣住|在主机入账后丢失|与后一笔互换
            trouble       refused connections|arrears|weak signal|no carrier|a dead SIM|a damaged port|连接被拒|欠费|\
            信号弱|无载波|SIM卡失效|端口损坏
            record        reversal record|transaction record|master key|working keys|batch number|trace number|\
            settlement state|ledger entry|terminal entry|download permit|inspection report
            recordzh      冲正记录|交易记录|主密钥|工作密钥|批次号|流水号|结算状态|账簿分录|终端登记|下载许可|巡检报告
            crashpoint    (?:just before|while|just after) it stores the <record>|\
            after the <record> is acknowledged|when it has sent <message>|存储<recordzh>(?:之前|途中|之后)|\
            <recordzh>存储确认之后|发完<message>之后
            part          screen|printer|reader|keyboard|SIM slot|comm port|显示屏|打印机|读卡器|按键|SIM卡槽|通讯口
            tone          du|ding|confirming tone|error tone|“嘟”声|“叮”声|确认音|错误音
            slip          shopping slip|merchant copy|cardholder copy|total slip|reversal notice|duplicate|\
            inspection slip|购物小票|商户存根|持卡人存根|结算总计单|冲正通知单|重打印签购单|巡检单
            command       [A-Z0-9]{2}
            cause         [A-Z][A-Z_]{2,}
            invariant     "[^"]*"|'[^']*'|“[^”]*”|「[^」]*」
            badge         simulated|real|模拟|真实
            """;

    private static final Pattern PART = Pattern.compile("<([a-z]+)>");
    private static final Map<String, String> EXPRESSIONS = resolve(TABLE);

    private Grammar() {}

    /** Every name with its expression, all parts filled in, in the table's order. */
    static Map<String, String> expressions() {
        return EXPRESSIONS;
    }

    /** The expression of a type or part. */
    static String expression(String name) {
        String expression = EXPRESSIONS.get(name);
        if (expression == null) {
            throw new IllegalArgumentException("the grammar has no " + name);
        }
        return expression;
    }

    private static Map<String, String> resolve(String table) {
        Map<String, String> raw = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            int space = line.indexOf(' ');
            raw.put(line.substring(0, space), line.substring(space).strip());
        });
        Map<String, String> resolved = new LinkedHashMap<>();
        raw.keySet().forEach(name -> resolved.put(name, fill(raw, name)));
        return resolved;
    }

    private static String fill(Map<String, String> raw, String name) {
        String expression = raw.getOrDefault(name, "");
        return PART.matcher(expression)
                .replaceAll(part -> Matcher.quoteReplacement("(?:" + fill(raw, part.group(1)) + ")"));
    }
}
