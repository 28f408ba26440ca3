package dev.counterfoil.network;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.network.AccountBook.Booking;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmDialogue;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.Stamp;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer decides. Every request passes in this order: its MAC, the card, its state, the PIN, the amount. A
 * reversal is taken whatever the card's state, once.
 */
final class IssuerDecisions {
    private static final String APPROVED = "00";
    private static final String SYSTEM_FAULT = "96";
    private static final String UNKNOWN_CARD = "14";
    private static final String NOT_FOUND = "25";
    private static final String ZAK_TYPE = "008";
    private static final int X9_19 = 3;
    private static final int ZERO_PADDING = 1;
    private static final int MAC_BYTES = 8;
    private static final String WITH_PAN = "01";

    private final Issuer.Config config;
    private final Supplier<IssuerPolicies> policies;
    private final IssuerEffects effects;
    private final AccountBook book;
    private final HsmDialogue hsm;
    private long authorisations;
    private long slowNanos;
    private long answers;

    IssuerDecisions(Issuer.Config config, Supplier<IssuerPolicies> policies, IssuerEffects effects, AccountBook book) {
        this.config = config;
        this.policies = policies;
        this.effects = effects;
        this.book = book;
        this.hsm = new HsmDialogue(new HsmLine());
    }

    private final class HsmLine implements HsmDialogue.Line {
        @Override
        public void send(byte[] frame) {
            effects.send(Issuer.HSM, frame);
        }

        @Override
        public void startTimer(String header) {
            long nanos = policies.get().hsmTimeoutNanos();
            effects.alarm("HSM " + header, nanos, () -> hsm.silence(header));
        }

        @Override
        public void cancelTimer(String header) {
            effects.cancel("HSM " + header);
        }
    }

    void fromHsm(byte[] chunk) {
        hsm.received(chunk);
    }

    void hsmLost() {
        hsm.lost();
    }

    void slowDown(long nanos) {
        slowNanos = nanos;
    }

    /** Tells the trace what every account holds. */
    void open() {
        book.accounts().forEach(this::tell);
    }

    private void tell(Account account) {
        effects.emit(new IssuerEvents.Balance(account.card(), book.balanceFen(account)));
    }

    /** A whole frame from the switch. */
    void request(byte[] frame) {
        IsoMessage request;
        try {
            request = config.dialect().unpack(frame);
        } catch (Malformed e) {
            return;
        }
        if (!request.has(2) || !request.has(3) || !request.has(11) || !request.has(37) || !request.has(64)) {
            decline(request, "30");
            return;
        }
        byte[] covered = config.dialect().macInput(frame);
        HostCommand verify =
                HostCommands.verifyMac(ZAK_TYPE, config.zak(), X9_19, ZERO_PADDING, covered, request.bytes(64));
        hsm.ask(verify, reply -> {
            if (reply.ok()) {
                decide(request);
            } else {
                decline(request, reply.verificationFailed() ? "A0" : SYSTEM_FAULT);
            }
        });
    }

    private void decide(IsoMessage request) {
        String f3 = request.text(3);
        if (request.mti().equals("0400")) {
            reverse(request);
        } else if (f3.startsWith("20")) {
            takeBackSale(request);
        } else {
            withCard(request, account -> spend(request, account, f3.startsWith("31")));
        }
    }

    private void withCard(IsoMessage request, Consumer<Account> then) {
        Account account = book.account(request.text(2));
        String refusal = account == null ? UNKNOWN_CARD : refusal(request, account);
        if (account == null || !refusal.isEmpty()) {
            decline(request, refusal);
        } else if (!request.has(52)) {
            if (policies.get().pinRequired() && !account.pinOptional()) {
                decline(request, "55");
            } else {
                then.accept(account);
            }
        } else {
            verifyPin(request, account, then);
        }
    }

    private String refusal(IsoMessage request, Account account) {
        String month = Stamp.month(effects.now());
        boolean outOfDate = account.stripe().expiry().compareTo(month) < 0
                || (request.has(14) && !request.text(14).equals(account.stripe().expiry()));
        if (!account.state().refusal().isEmpty()) {
            return account.state().refusal();
        }
        if (!account.alwaysDeclined().isEmpty()) {
            return account.alwaysDeclined();
        }
        return outOfDate ? "54" : "";
    }

    private int failuresToday(Account account) {
        return account.pin().day().equals(effects.now().toLocalDate().toString())
                ? account.pin().failures()
                : 0;
    }

    private void verifyPin(IsoMessage request, Account account, Consumer<Account> then) {
        if (failuresToday(account) >= policies.get().pinTries()) {
            decline(request, policies.get().pinTriesCode());
            return;
        }
        HostCommand verify = HostCommands.verifyZonePin(
                config.zpk(),
                config.pvk(),
                request.bytes(52),
                WITH_PAN,
                HostCommands.account(account.pan()),
                account.pin().pvki(),
                account.pin().pvv());
        hsm.ask(verify, reply -> pinVerified(request, account, reply, then));
    }

    private void pinVerified(IsoMessage request, Account account, HsmReply reply, Consumer<Account> then) {
        if (!reply.ok() && !reply.verificationFailed()) {
            decline(request, SYSTEM_FAULT);
            return;
        }
        effects.emit(new IssuerEvents.PinChecked(account.card(), reply.ok()));
        if (!reply.ok()) {
            int failures = failuresToday(account) + 1;
            String code =
                    failures < policies.get().pinTries() ? "55" : policies.get().pinTriesCode();
            book.put(
                    account.withPinFailures(
                            failures, effects.now().toLocalDate().toString()),
                    () -> decline(request, code));
        } else if (account.pin().failures() > 0) {
            Account cleared = account.withPinFailures(0, "");
            book.put(cleared, () -> then.accept(cleared));
        } else {
            then.accept(account);
        }
    }

    private void spend(IsoMessage request, Account account, boolean inquiry) {
        long amountFen = amountFen(request);
        String rrn = request.text(37);
        if (inquiry) {
            long balanceFen = book.balanceFen(account);
            String balance = "1002156" + (balanceFen < 0 ? "D" : "C") + Decimal.digits(Math.abs(balanceFen), 12);
            answer(to(request, APPROVED).set(54, balance).build());
        } else if (book.takenBack(rrn) || book.booking(rrn) != null) {
            decline(request, "94");
        } else if (amountFen > account.limitFen()) {
            decline(request, "61");
        } else if (amountFen > book.balanceFen(account)) {
            decline(request, "51");
        } else {
            book(request, account, new Booking(rrn, account.pan(), amountFen, AccountBook.SALE, ""));
        }
    }

    private static long amountFen(IsoMessage request) {
        return request.has(4) ? Long.parseLong(request.text(4)) : 0;
    }

    /** A void: the sale that F61 names by its reference number. */
    private void takeBackSale(IsoMessage request) {
        Booking sale = request.has(61) ? book.booking(request.text(61).trim()) : null;
        Account account = book.account(request.text(2));
        if (account == null || sale == null || !sale.pan().equals(account.pan())) {
            decline(request, NOT_FOUND);
        } else if (!book.stands(sale.rrn()) || sale.amountFen() != amountFen(request)) {
            decline(request, "12");
        } else if (book.takenBack(request.text(37))) {
            decline(request, "94");
        } else {
            Booking taking =
                    new Booking(request.text(37), account.pan(), sale.amountFen(), AccountBook.VOID, sale.rrn());
            book(request, account, taking);
        }
    }

    private void book(IsoMessage request, Account account, Booking booking) {
        book.book(booking, () -> {
            Booking original = book.booking(booking.original());
            if (original != null) {
                tellUnposted(request, account, original);
            }
            tellPosted(request, account, booking);
            tell(account);
            answer(to(request, APPROVED).set(38, nextAuthorisation()).build());
        });
    }

    private void tellPosted(IsoMessage request, Account account, Booking booking) {
        effects.emit(new IssuerEvents.Posted(
                account.card(), request.text(11), booking.rrn(), booking.amountFen(), booking.kind()));
    }

    private void tellUnposted(IsoMessage request, Account account, Booking booking) {
        effects.emit(new IssuerEvents.Unposted(
                account.card(), request.text(11), booking.rrn(), booking.amountFen(), booking.kind()));
    }

    /** A reversal names what it reverses by its reference number. */
    private void reverse(IsoMessage request) {
        String rrn = request.text(37);
        Booking booking = book.booking(rrn);
        Account account = booking == null ? null : book.account(booking.pan());
        if (book.takenBack(rrn)) {
            answer(to(request, booking == null ? NOT_FOUND : APPROVED).build());
        } else {
            book.takeBack(rrn, () -> takenBack(request, account, booking));
        }
    }

    private void takenBack(IsoMessage request, @Nullable Account account, @Nullable Booking booking) {
        if (account == null || booking == null) {
            decline(request, NOT_FOUND);
            return;
        }
        tellUnposted(request, account, booking);
        Booking original = book.booking(booking.original());
        if (original != null) {
            tellPosted(request, account, original);
        }
        tell(account);
        answer(to(request, APPROVED).build());
    }

    private String nextAuthorisation() {
        return Decimal.digits(++authorisations % 1_000_000, 6);
    }

    private IsoMessage.Builder to(IsoMessage request, String code) {
        return IsoMessage.answerTo(request)
                .copy(request, 2, 3, 4, 11, 32, 37, 41, 42, 49)
                .set(39, code)
                .set(44, config.institutionId());
    }

    private void decline(IsoMessage request, String code) {
        answer(to(request, code).build());
    }

    private void answer(IsoMessage answer) {
        byte[] frame = config.dialect()
                .pack(answer.toBuilder().set(64, new byte[MAC_BYTES]).build());
        byte[] covered = config.dialect().macInput(frame);
        HostCommand mac = HostCommands.generateMac(ZAK_TYPE, config.zak(), X9_19, ZERO_PADDING, covered);
        hsm.ask(mac, reply -> {
            if (reply.ok()) {
                byte[] sealed = reply.fields().hex("mac");
                System.arraycopy(sealed, 0, frame, frame.length - MAC_BYTES, MAC_BYTES);
                leave(frame);
            } else if (!ResponseCodes.approved(answer.text(39))) {
                leave(config.dialect().pack(answer));
            }
        });
    }

    private void leave(byte[] frame) {
        if (slowNanos == 0) {
            effects.send(Issuer.SWITCH, frame);
        } else {
            effects.alarm("answer " + ++answers, slowNanos, () -> effects.send(Issuer.SWITCH, frame));
        }
    }
}
