package dev.counterfoil.verb.word;

/** A rule that holds in every world, by its name. */
public enum Invariant implements Word {
    MONEY_IS_CONSERVED("money is conserved", "资金守恒"),
    ONE_POSTING_A_SALE("one posting a sale", "一笔消费只入账一次"),
    NO_CLEAR_SECRET_ON_AN_OPEN_WIRE("no clear secret on an open wire", "开放线路上没有明文秘密"),
    ONE_MASTER_KEY_ON_BOTH_ENDS("one master key on both ends", "两端主密钥一致"),
    EVERY_KEY_IN_USE_IS_VERIFIED("every key in use is verified", "使用中的密钥均已校验"),
    DING_ONLY_AFTER_A_VERIFIED_APPROVAL("ding only after a verified approval", "批准经校验后才有叮声"),
    TRACE_NUMBERS_UNIQUE_IN_A_BATCH("trace numbers unique in a batch", "同一批次内流水号不重复"),
    RECEIPT_EQUALS_LEDGER("receipt equals ledger", "签购单与账簿一致"),
    BACK_TO_WORK_WHEN_FAULTS_END("back to work when faults end", "故障解除后恢复正常");

    private final String english;
    private final String chinese;

    Invariant(String english, String chinese) {
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
