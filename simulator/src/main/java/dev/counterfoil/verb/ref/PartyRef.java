package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sits in the back office.
 *
 * @param party the party
 * @param card for an issuer, the card that it has issued; none means the only or first issuer
 */
public record PartyRef(Party party, @Nullable CardRef card) implements ActorRef, Place {
    private static final Pattern ENGLISH_OF_CARD = Pattern.compile("the issuer of (.+)");
    private static final Pattern CHINESE_OF_CARD = Pattern.compile("(.+)的发卡行");

    /** Reads {@code the host}, {@code the issuer of card A} or their Chinese forms. */
    public static PartyRef parse(String text) {
        Matcher english = ENGLISH_OF_CARD.matcher(text);
        Matcher chinese = CHINESE_OF_CARD.matcher(text);
        if (english.matches() || chinese.matches()) {
            String card = english.matches() ? english.group(1) : chinese.group(1);
            return new PartyRef(Party.ISSUER, CardRef.parse(card));
        }
        return new PartyRef(Word.parse(Party.class, text), null);
    }

    /** Whether a text names a party. */
    static boolean names(String text) {
        return text.startsWith("the issuer of ")
                || text.endsWith("的发卡行")
                || Word.find(Party.values(), text).isPresent();
    }

    @Override
    public String english() {
        return party.english() + (card == null ? "" : " of " + card.english());
    }

    @Override
    public String chinese() {
        return (card == null ? "" : card.chinese() + "的") + party.chinese();
    }

    /** A party of the back office. */
    public enum Party implements Word {
        HOST("the host", "主机"),
        HSM("the HSM", "加密机"),
        SWITCH("the switch", "交换中心"),
        ISSUER("the issuer", "发卡行"),
        WEBSITE("the website", "网站"),
        TRANSACTION_SERVER("the transaction server", "交易服务器");

        private final String english;
        private final String chinese;

        Party(String english, String chinese) {
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
