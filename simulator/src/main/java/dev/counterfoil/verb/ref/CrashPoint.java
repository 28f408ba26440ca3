package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which the power can fail: at a named write of a store, or when a message has just been sent.
 *
 * @param moment the moment
 * @param record what is being stored; none for {@link Moment#SENT}
 * @param message the message just sent; only for {@link Moment#SENT}
 */
public record CrashPoint(
        Moment moment,
        @Nullable StoredRecord record,
        @Nullable MessageRef message) implements Word {
    private static final List<Moment> MOMENTS = List.of(Moment.values());

    /** Reads {@code just before it stores the reversal record}, {@code 发完下一笔0200之后} and the like. */
    public static CrashPoint parse(String text) {
        for (Moment moment : MOMENTS) {
            String inside = moment.inside(text);
            if (inside != null && moment == Moment.SENT) {
                return new CrashPoint(moment, null, MessageRef.parse(inside));
            }
            if (inside != null) {
                return new CrashPoint(moment, Word.parse(StoredRecord.class, inside), null);
            }
        }
        throw new IllegalArgumentException("not a crash point: " + text);
    }

    @Override
    public String english() {
        return moment.english.replace(
                "%s", message != null ? message.english() : record == null ? "" : record.english());
    }

    @Override
    public String chinese() {
        return moment.chinese.replace(
                "%s", message != null ? message.chinese() : record == null ? "" : record.chinese());
    }

    /** A moment of a write, or of a sending. */
    public enum Moment {
        BEFORE("just before it stores the %s", "存储%s之前"),
        DURING("while it stores the %s", "存储%s途中"),
        AFTER("just after it stores the %s", "存储%s之后"),
        ACKNOWLEDGED("after the %s is acknowledged", "%s存储确认之后"),
        SENT("when it has sent %s", "发完%s之后");

        private final String english;
        private final String chinese;

        Moment(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        private @Nullable String inside(String text) {
            String found = inside(english, text);
            return found != null ? found : inside(chinese, text);
        }

        private static @Nullable String inside(String form, String text) {
            int hole = form.indexOf("%s");
            String head = form.substring(0, hole);
            String tail = form.substring(hole + 2);
            return text.startsWith(head) && text.endsWith(tail)
                    ? text.substring(head.length(), text.length() - tail.length())
                    : null;
        }
    }

    /** What a device or a host keeps over a power cut. */
    public enum StoredRecord implements Word {
        REVERSAL_RECORD("reversal record", "冲正记录"),
        TRANSACTION_RECORD("transaction record", "交易记录"),
        MASTER_KEY("master key", "主密钥"),
        WORKING_KEYS("working keys", "工作密钥"),
        BATCH_NUMBER("batch number", "批次号"),
        TRACE_NUMBER("trace number", "流水号"),
        SETTLEMENT_STATE("settlement state", "结算状态"),
        LEDGER_ENTRY("ledger entry", "账簿分录"),
        TERMINAL_ENTRY("terminal entry", "终端登记"),
        DOWNLOAD_PERMIT("download permit", "下载许可"),
        INSPECTION_REPORT("inspection report", "巡检报告");

        private final String english;
        private final String chinese;

        StoredRecord(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String english() {
            return english;
        }

        @Override
        public String chinese() {
            return chinese;
        }
    }
}
