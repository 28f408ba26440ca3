package dev.counterfoil.host;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.host.JournalEntry.Place;
import dev.counterfoil.host.SwitchLeg.Outcome;
import dev.counterfoil.host.keys.LineKeys;
import dev.counterfoil.protocol.hostcommand.HsmError;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.Objects;
import java.util.function.Consumer;

/** Sales and balance inquiries: reads the card, has the PIN translated and asks the issuer. */
final class SaleDesk {
    private static final String FORMAT = "30";
    private static final String PIN_FORMAT = "99";
    /** ISO 9564 format 0, as the HSM numbers it. */
    private static final String WITH_PAN = "01";

    /** X9.8 without the account number. */
    private static final String WITHOUT_PAN = "91";

    private static final int SHORTEST_PAN = 12;
    private static final int LONGEST_PAN = 19;
    private static final int YYMM = 4;

    private final Gate gate;
    private final Booking booking;
    private final Books books;
    private final KeyService keys;
    private final Dialect dialect;

    /** What a card's track or its embossing says; {@code expiry} is YYMM or empty. */
    private record Card(String pan, String expiry) {}

    SaleDesk(Gate gate, Booking booking, Books books, KeyService keys, Dialect dialect) {
        this.books = books;
        this.gate = gate;
        this.booking = booking;
        this.keys = keys;
        this.dialect = dialect;
    }

    void sale(Visit visit) {
        serve(visit, JournalEntry.SALE, (answer, outcome) -> answer);
    }

    void balance(Visit visit) {
        serve(visit, JournalEntry.BALANCE, (answer, outcome) -> answer.set(54, outcome.field(54)));
    }

    private void serve(Visit visit, String kind, Extra extra) {
        gate.financial(visit, terminal -> {
            Place wanted = new Place(terminal.identity().terminalId(), visit.batch(), visit.text(11));
            JournalEntry entry = JournalEntry.open(booking.free(wanted), kind, visit.amountFen(), visit.text(2));
            booking.open(
                    visit,
                    entry,
                    opened -> readCard(visit, terminal, opened, card -> {
                        JournalEntry known = JournalEntry.open(opened.key(), kind, opened.amountFen(), card.pan)
                                .with(opened.leg());
                        authorise(visit, terminal, known, card, extra);
                    }));
        });
    }

    /** Adds to an approval. */
    @FunctionalInterface
    private interface Extra {
        IsoMessage.Builder add(IsoMessage.Builder answer, Outcome outcome);
    }

    private void readCard(Visit visit, TerminalEntry terminal, JournalEntry entry, Consumer<Card> then) {
        String track = visit.text(35);
        boolean enciphered = visit.text(53).startsWith("1", 2);
        if (entry.kind().equals(JournalEntry.SALE) && entry.amountFen() <= 0) {
            booking.fail(visit, entry, "13", "amount is missing or zero");
        } else if (!visit.text(2).isEmpty()) {
            withPan(visit, entry, new Card(visit.text(2), visit.text(14)), then);
        } else if (track.isEmpty()) {
            booking.fail(visit, entry, FORMAT, "no card number");
        } else if (enciphered && trackIsEnciphered(visit, terminal)) {
            TrackForm form = TrackForm.valueOf(dialect.setting("track.cipher"));
            keys.ask(terminal.name(), lineKeys(visit, terminal).decryptTrack(form, track), reply -> {
                if (reply.ok()) {
                    onTrack(visit, entry, reply.fields().text("track"), then);
                } else {
                    String code = reply.verificationFailed() ? FORMAT : Answers.SYSTEM_FAULT;
                    booking.fail(visit, entry, code, "HSM: " + reply);
                }
            });
        } else {
            onTrack(visit, entry, track, then);
        }
    }

    private void onTrack(Visit visit, JournalEntry entry, String track, Consumer<Card> then) {
        int separator = track.indexOf('D');
        if (separator < 0 || track.length() < separator + 1 + YYMM) {
            booking.fail(visit, entry, FORMAT, "track 2 is none");
        } else {
            String expiry = track.substring(separator + 1, separator + 1 + YYMM);
            withPan(visit, entry, new Card(track.substring(0, separator), expiry), then);
        }
    }

    /** Whatever bytes a terminal sends, only an account number goes into a command. */
    private void withPan(Visit visit, JournalEntry entry, Card card, Consumer<Card> then) {
        boolean fits = card.pan.length() >= SHORTEST_PAN && card.pan.length() <= LONGEST_PAN;
        if (fits && Decimal.isDigits(card.pan) && Decimal.isDigits(card.expiry)) {
            then.accept(card);
        } else {
            booking.fail(visit, entry, FORMAT, "card number or expiry is none");
        }
    }

    /** The gate has seen to it that there are some. */
    private LineKeys lineKeys(Visit visit, TerminalEntry terminal) {
        return Objects.requireNonNull(books.keys(terminal, visit.ksn(dialect)));
    }

    private boolean trackIsEnciphered(Visit visit, TerminalEntry terminal) {
        return lineKeys(visit, terminal).encipherTracks()
                && !dialect.setting("track.cipher").equals("CLEAR");
    }

    private void authorise(Visit visit, TerminalEntry terminal, JournalEntry entry, Card card, Extra extra) {
        IsoMessage.Builder message = IsoMessage.of("0200").set(2, card.pan).copy(visit.request(), 3, 4, 22, 25);
        if (!card.expiry.isEmpty()) {
            message.set(14, card.expiry);
        }
        LineKeys lineKeys = lineKeys(visit, terminal);
        byte[] block = lineKeys.pinBlock(dialect, visit.request());
        if (block == null) {
            booking.authorise(visit, terminal, entry, message, extra::add);
            return;
        }
        String format = visit.text(53).startsWith("1") ? WITHOUT_PAN : WITH_PAN;
        keys.ask(
                terminal.name(), lineKeys.translatePin(keys.keys().zpk(), block, format, WITH_PAN, card.pan), reply -> {
                    if (reply.ok()) {
                        message.set(52, reply.fields().hex("pinBlock")).copy(visit.request(), 26);
                        booking.authorise(visit, terminal, entry, message, extra::add);
                    } else if (reply.refused(HsmError.PIN_BLOCK) || reply.refused(HsmError.PIN_LENGTH)) {
                        booking.fail(visit, entry, PIN_FORMAT, "PIN block is none");
                    } else {
                        booking.fail(visit, entry, Answers.SYSTEM_FAULT, "HSM: " + reply);
                    }
                });
    }
}
