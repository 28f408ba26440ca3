package dev.counterfoil.verb.ref;

/**
 * A card.
 *
 * @param sort whose card it is
 * @param name its letter and digits: {@code A}, {@code B2}, {@code M1}, {@code Q1}
 */
public record CardRef(Sort sort, String name) implements Subject {
    /** Reads {@code card A}, {@code manager card M1}, {@code payment card Q1} or their Chinese forms. */
    public static CardRef parse(String text) {
        String name = text.replaceFirst("^(?:(?:manager |payment )?card |(?:运维)?管理员卡|支付卡|卡)", "");
        if (text.startsWith("manager") || text.contains("管理员")) {
            return new CardRef(Sort.MANAGER, name);
        }
        boolean payment = text.startsWith("payment") || text.startsWith("支付");
        return new CardRef(payment ? Sort.PAYMENT : Sort.CARD, name);
    }

    @Override
    public String english() {
        return sort.english + name;
    }

    @Override
    public String chinese() {
        return sort.chinese + name;
    }

    /** Whose card a card is. */
    public enum Sort {
        /** A cardholder's card. */
        CARD("card ", "卡"),
        /** An operation manager's card, which carries master keys. */
        MANAGER("manager card ", "管理员卡"),
        /** A payment card with a printed code. */
        PAYMENT("payment card ", "支付卡");

        private final String english;
        private final String chinese;

        Sort(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }
}
