package dev.counterfoil.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.Pvv;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IssuerDecisionsTest implements IssuerEffects {
    private static final Dialect DIALECT = Dialect.named("iso87-binary");
    private static final String PAN = "6225880112345678";
    private static final byte[] ZPK = Hex.bytes("112233445566778899AABBCCDDEEFF01");
    private static final byte[] PVK = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");

    private final HsmEngine engine =
            new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), target -> Arrays.fill(target, (byte) 1));
    private final String zak = engine.formKey("008", List.of(Hex.bytes("A1B2C3D4E5F60718293A4B5C6D7E8F90")));
    private final CipherKey clearZpk = CipherKey.of(CipherKind.TDES, odd(ZPK));
    private final MemoryStore store = new MemoryStore();
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private IssuerPolicies policies = IssuerPolicies.usual();
    private LocalDateTime now = LocalDateTime.of(2026, 3, 14, 8, 30);
    private boolean hsmUp = true;
    private AccountBook book;
    private IssuerDecisions issuer;

    IssuerDecisionsTest() {
        String pvv = Pvv.generate(CipherKey.of(CipherKind.TDES, PVK), PAN, 1, "123456");
        Account.Stripe stripe = new Account.Stripe(PAN, "3012", "");
        Account.good("card A", stripe, 10_000, 9_000, new Account.Pin("1", pvv)).provision(store);
        book = new AccountBook(store, this);
        issuer = start();
    }

    private static byte[] odd(byte[] key) {
        byte[] adjusted = key.clone();
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] ^= (byte) (Integer.bitCount(adjusted[i] & 0xFF) % 2 == 0 ? 1 : 0);
        }
        return adjusted;
    }

    private IssuerDecisions start() {
        WorldClock clock = new WorldClock(
                new TurnLoop(TurnLoop.Mode.VIRTUAL), Instant.parse("2026-03-14T08:30:00Z"), ZoneOffset.UTC);
        Issuer.Config config = new Issuer.Config(
                "issuer",
                DIALECT,
                "01020000",
                policies,
                engine.formKey("001", List.of(ZPK)),
                zak,
                engine.formKey("002", List.of(PVK)),
                store,
                clock,
                new Trace(() -> 0));
        IssuerDecisions started = new IssuerDecisions(config, () -> policies, this, book);
        started.open();
        return started;
    }

    @AfterEach
    void debits_equal_credits() {
        assertThat(book.sumFen()).isZero();
    }

    @Test
    void a_sale_with_the_right_pin_is_booked_once() {
        IsoMessage answer = ask(sale("000001", 2500, "123456"));
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(answer.text(38)).isEqualTo("000001");
        assertThat(answer.text(44)).isEqualTo("01020000");
        assertThat(macIsGood(answer)).isTrue();
        assertThat(balance()).isEqualTo(7500);
        assertThat(events)
                .contains(
                        new IssuerEvents.PinChecked("card A", true),
                        new IssuerEvents.Posted("card A", "000001", "607308000001", 2500, "sale"),
                        new IssuerEvents.Balance("card A", 7500));
        assertThat(code(sale("000001", 2500, "123456"))).isEqualTo("94");
        assertThat(balance()).isEqualTo(7500);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,54", "STOLEN,43", "LOST,41", "BLOCKED,62", "UNKNOWN,14", "REVOKED,62"})
    void a_card_in_another_state_is_declined_by_its_cause(Account.State state, String code) {
        book.put(account().with(state), () -> {});
        assertThat(code(sale("000001", 2500, "123456"))).isEqualTo(code);
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void limits_funds_dates_and_orders_decline_by_their_causes() {
        assertThat(code(sale("000001", 9_001, "123456"))).isEqualTo("61");
        book.put(account().opening(5_000), () -> {});
        assertThat(code(sale("000002", 5_001, "123456"))).isEqualTo("51");
        assertThat(code(request("000003", "000000", 100, "123456").set(14, "2602")))
                .isEqualTo("54");
        assertThat(code(request("000004", "000000", 100, "123456").set(2, "6225880000000000")))
                .isEqualTo("14");
        book.put(account().declined("05"), () -> {});
        assertThat(code(sale("000005", 100, "123456"))).isEqualTo("05");
    }

    @Test
    void wrong_pins_block_the_card_for_the_day() {
        assertThat(code(sale("000001", 100, "111111"))).isEqualTo("55");
        assertThat(code(sale("000002", 100, "111111"))).isEqualTo("55");
        assertThat(code(sale("000003", 100, "111111"))).isEqualTo("75");
        assertThat(code(sale("000004", 100, "123456"))).isEqualTo("75");
        policies = policies.with("pinTriesCode", "38");
        assertThat(code(sale("000005", 100, "123456"))).isEqualTo("38");
        now = now.plusDays(1);
        assertThat(code(sale("000006", 100, "123456"))).isEqualTo("00");
        assertThat(account().pin().failures()).isZero();
    }

    @Test
    void a_right_pin_ends_the_count() {
        code(sale("000001", 100, "111111"));
        code(sale("000002", 100, "111111"));
        assertThat(code(sale("000003", 100, "123456"))).isEqualTo("00");
        assertThat(code(sale("000004", 100, "111111"))).isEqualTo("55");
    }

    @Test
    void a_sale_without_pin_is_55_unless_the_policy_lets_it_pass() {
        assertThat(code(request("000001", "000000", 100, ""))).isEqualTo("55");
        policies = policies.with("pinRequired", "false");
        assertThat(code(request("000002", "000000", 100, ""))).isEqualTo("00");
    }

    @Test
    void a_wrong_mac_is_refused_before_anything_is_looked_at() {
        byte[] frame = sealed(sale("000001", 100, "123456"));
        frame[frame.length - 1] ^= 1;
        assertThat(ask(frame).text(39)).isEqualTo("A0");
        assertThat(events).noneMatch(IssuerEvents.PinChecked.class::isInstance);
    }

    @Test
    void an_inquiry_tells_the_balance() {
        IsoMessage answer = ask(request("000001", "310000", 0, "123456"));
        assertThat(answer.text(54)).isEqualTo("1002156C000000010000");
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void a_reversal_gives_the_money_back_once_and_an_unknown_one_is_remembered() {
        ask(sale("000001", 2500, "123456"));
        assertThat(code(reversal("000002", "607308000001"))).isEqualTo("00");
        assertThat(code(reversal("000003", "607308000001"))).isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
        assertThat(code(reversal("000004", "607308000005"))).isEqualTo("25");
        assertThat(code(sale("000005", 2500, "123456"))).isEqualTo("94");
        assertThat(events.stream().filter(IssuerEvents.Unposted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_booking_is_taken_back_once_however_often_it_is_tried() {
        ask(sale("000001", 2500, "123456"));
        book.takeBack("607308000001", () -> {});
        book.takeBack("607308000001", () -> {});
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void a_void_gives_the_money_back_and_its_reversal_takes_it_again() {
        ask(sale("000001", 2500, "123456"));
        assertThat(code(takeBack("000002", "607308000001", 2400))).isEqualTo("12");
        assertThat(code(takeBack("000003", "607308000001", 2500))).isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
        assertThat(code(takeBack("000004", "607308000001", 2500))).isEqualTo("12");
        assertThat(code(reversal("000005", "607308000003"))).isEqualTo("00");
        assertThat(balance()).isEqualTo(7500);
        assertThat(code(takeBack("000006", "607308999999", 2500))).isEqualTo("25");
    }

    @Test
    void the_books_survive_a_power_cut() {
        ask(sale("000001", 2500, "123456"));
        ask(sale("000002", 1000, "123456"));
        ask(reversal("000003", "607308000002"));
        book = new AccountBook(store, this);
        issuer = start();
        assertThat(balance()).isEqualTo(7500);
        assertThat(code(reversal("000004", "607308000001"))).isEqualTo("00");
        assertThat(balance()).isEqualTo(10_000);
    }

    @Test
    void without_its_hsm_the_issuer_says_nothing_that_moves_money() {
        hsmUp = false;
        issuer.request(sealed(sale("000001", 2500, "123456")));
        settle();
        issuer.hsmLost();
        issuer.hsmLost();
        assertThat(balance()).isEqualTo(10_000);
        assertThat(DIALECT.unpack(answers.get(0)).text(39)).isEqualTo("96");
    }

    private IsoMessage.Builder sale(String stan, long fen, String pin) {
        return request(stan, "000000", fen, pin);
    }

    private IsoMessage.Builder request(String stan, String code, long fen, String pin) {
        IsoMessage.Builder request = base("0200", stan, "607308" + stan, code).set(14, "3012");
        if (fen > 0) {
            request.set(4, String.format(Locale.ROOT, "%012d", fen));
        }
        return pin.isEmpty()
                ? request
                : request.set(52, PinBlocks.encipher(PinFormat.ISO0, clearZpk, pin, PAN, target -> {}));
    }

    private IsoMessage.Builder takeBack(String stan, String saleRrn, long fen) {
        return base("0200", stan, "607308" + stan, "200000")
                .set(4, String.format(Locale.ROOT, "%012d", fen))
                .set(61, saleRrn);
    }

    private IsoMessage.Builder reversal(String stan, String rrn) {
        return base("0400", stan, rrn, "000000").set(4, "000000002500");
    }

    private static IsoMessage.Builder base(String mti, String stan, String rrn, String code) {
        return IsoMessage.of(mti)
                .set(2, PAN)
                .set(3, code)
                .set(11, stan)
                .set(32, "00010000")
                .set(37, rrn)
                .set(41, "10000001")
                .set(42, "898100000000001")
                .set(49, "156");
    }

    private byte[] sealed(IsoMessage.Builder request) {
        return DIALECT.packWithMac(request.build(), this::mac);
    }

    private byte[] mac(byte[] covered) {
        HostCommand command = HostCommands.generateMac("008", zak, 3, 1, covered);
        return HsmAnswer.parse(engine.execute(command.frame("TEST")), 4)
                .fields(command)
                .hex("mac");
    }

    private boolean macIsGood(IsoMessage answer) {
        return Hex.of(mac(DIALECT.macInput(DIALECT.pack(answer)))).equals(answer.text(64));
    }

    private String code(IsoMessage.Builder request) {
        return ask(request).text(39);
    }

    private IsoMessage ask(IsoMessage.Builder request) {
        return ask(sealed(request));
    }

    private IsoMessage ask(byte[] frame) {
        int before = answers.size();
        issuer.request(frame);
        settle();
        assertThat(answers).hasSize(before + 1);
        return DIALECT.unpack(answers.get(before));
    }

    private Account account() {
        return Objects.requireNonNull(book.account(PAN));
    }

    private long balance() {
        return book.balanceFen(account());
    }

    private void settle() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    @Override
    public void send(int port, byte[] frame) {
        if (port == Issuer.SWITCH) {
            answers.add(frame);
        } else if (hsmUp) {
            work.add(() -> issuer.fromHsm(engine.execute(frame)));
        }
    }

    @Override
    public void alarm(String key, long nanos, Runnable then) {}

    @Override
    public void cancel(String key) {}

    @Override
    public void write(RecordKind kind, String name, byte[] record, Runnable then) {
        store.write(kind, name, record, then);
    }

    @Override
    public void emit(TraceEvent event) {
        events.add(event);
    }

    @Override
    public LocalDateTime now() {
        return now;
    }
}
