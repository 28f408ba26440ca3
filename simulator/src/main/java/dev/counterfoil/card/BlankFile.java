package dev.counterfoil.card;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.keyblock.CardChannel;
import dev.counterfoil.protocol.apdu.BlankApplication;
import dev.counterfoil.protocol.apdu.BlankApplication.Item;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A manager's card before it is issued: it takes what its issuer writes, under its transport key and in one go. A card
 * that loses its power between the first writing and the last is spoilt for good.
 */
final class BlankFile {
    private static final int MOST_WRONG_PROOFS = 3;
    private static final int KIND_BYTES = 1;
    private static final int KEY_BYTES = 16;
    private static final int CHECK_BYTES = 4;
    private static final byte TDES = 0x01;

    private final byte[] serial;
    private final CipherKey transport;
    private final Set<Item> written = EnumSet.noneOf(Item.class);
    private int channels;
    private int wrongProofs;
    private boolean spoilt;
    private boolean selected;
    private boolean authentic;
    private int commands;
    private @Nullable CardChannel channel;
    private String number = "";
    private String expiry = "";
    private @Nullable CipherKey key;
    private String password = "";
    private int tries;
    private @Nullable ManagerCardFile issued;

    /**
     * A card as its maker delivers it.
     *
     * @param serial number of its chip, 8 bytes
     * @param transport the key that only its issuer has beside it
     */
    BlankFile(byte[] serial, CipherKey transport) {
        this.serial = serial.clone();
        this.transport = transport;
    }

    /** What the card is from the last command of its issuer on; null until then. */
    @Nullable
    ManagerCardFile issued() {
        return issued;
    }

    /** The key that has been written; null until then. */
    @Nullable
    CipherKey key() {
        return key;
    }

    /** Reset or loss of power. */
    void restart() {
        spoilt |= !written.isEmpty();
        selected = false;
        close();
    }

    private void close() {
        CardChannel open = channel;
        if (open != null) {
            open.erase();
        }
        channel = null;
        authentic = false;
        commands = 0;
    }

    ResponseApdu answer(CommandApdu command) {
        return switch (BlankApplication.request(command)) {
            case SELECT -> select(command);
            case INITIALIZE -> initialize(command);
            case AUTHENTICATE -> new ResponseApdu(authenticate(command.data()));
            case WRITE -> new ResponseApdu(write(command));
            case OTHER_CLASS -> new ResponseApdu(BlankApplication.UNKNOWN_CLASS);
            case UNKNOWN -> new ResponseApdu(BlankApplication.UNKNOWN_INSTRUCTION);
        };
    }

    private ResponseApdu select(CommandApdu command) {
        restart();
        if (!BlankApplication.selects(command)) {
            return new ResponseApdu(BlankApplication.NO_SUCH_APPLICATION);
        }
        selected = !spoilt;
        return selected ? new ResponseApdu(serial, ResponseApdu.GOOD) : new ResponseApdu(BlankApplication.SPOILT);
    }

    private ResponseApdu initialize(CommandApdu command) {
        int refusal = refusal(command);
        if (refusal != ResponseApdu.GOOD) {
            return new ResponseApdu(refusal);
        }
        close();
        byte[] challenge = CardChannel.challenge(transport, ++channels);
        CardChannel begun = new CardChannel(transport, command.data(), challenge);
        channel = begun;
        byte[] answer = Arrays.copyOf(challenge, 2 * CardChannel.BYTES);
        System.arraycopy(begun.cardCryptogram(), 0, answer, CardChannel.BYTES, CardChannel.BYTES);
        return new ResponseApdu(answer, ResponseApdu.GOOD);
    }

    private int refusal(CommandApdu command) {
        if (!selected) {
            return BlankApplication.NO_CHANNEL;
        } else if (wrongProofs == MOST_WRONG_PROOFS) {
            return BlankApplication.BLOCKED;
        } else if (!written.isEmpty()) {
            return BlankApplication.NOT_COMPLETE;
        }
        return command.data().length == CardChannel.BYTES ? ResponseApdu.GOOD : BlankApplication.WRONG_LENGTH;
    }

    /** The counter of wrong proofs stays without power; a right one sets it back. */
    private int authenticate(byte[] cryptogram) {
        CardChannel begun = channel;
        if (begun == null || authentic) {
            return BlankApplication.NO_CHANNEL;
        } else if (cryptogram.length != CardChannel.BYTES) {
            return BlankApplication.WRONG_LENGTH;
        } else if (!Arrays.equals(cryptogram, begun.hostCryptogram())) {
            wrongProofs++;
            close();
            return BlankApplication.HOST_NOT_AUTHENTIC;
        }
        wrongProofs = 0;
        authentic = true;
        return ResponseApdu.GOOD;
    }

    private int write(CommandApdu command) {
        CardChannel open = channel;
        Item item = BlankApplication.item(command);
        if (open == null || !authentic) {
            return BlankApplication.NO_CHANNEL;
        } else if (item == null) {
            return BlankApplication.NO_SUCH_PLACE;
        }
        byte[] data = open.open(item.place(commands + 1), command.data());
        if (data == null) {
            return BlankApplication.MAC_WRONG;
        }
        commands++;
        try {
            return take(item, data);
        } catch (Malformed | DateTimeException e) {
            return BlankApplication.WRONG_DATA;
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    private int take(Item item, byte[] data) {
        switch (item) {
            case NUMBER -> number = ManagerApplication.digits(data);
            case EXPIRY -> expiry = date(data);
            case KEY -> key = keyOf(data);
            case PASSWORD -> {
                String digits =
                        ManagerApplication.password(Arrays.copyOfRange(data, Math.min(1, data.length), data.length));
                tries = triesOf(data[0]);
                password = digits;
            }
            case ISSUED -> {
                return finish();
            }
        }
        written.add(item);
        return ResponseApdu.GOOD;
    }

    private int finish() {
        CipherKey cardKey = key;
        if (written.size() < Item.values().length - 1 || cardKey == null) {
            return BlankApplication.NOT_COMPLETE;
        }
        ManagerCardFile file = new ManagerCardFile(number, expiry, cardKey);
        file.personalise(password, tries);
        password = "";
        issued = file;
        return ResponseApdu.GOOD;
    }

    private static String date(byte[] data) {
        String digits = Hex.of(data);
        LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        return digits;
    }

    private static int triesOf(byte count) {
        if (count < 1 || count > ManagerApplication.MOST_TRIES) {
            throw new Malformed("tries", 0, "1 to 15", Integer.toString(count));
        }
        return count;
    }

    private static CipherKey keyOf(byte[] data) {
        if (data.length != KIND_BYTES + KEY_BYTES + CHECK_BYTES || data[0] != TDES) {
            throw new Malformed("card key", 0, "01, 16 bytes and 4 of the check value", data.length + " bytes");
        }
        CipherKey taken = CipherKey.of(CipherKind.TDES, Arrays.copyOfRange(data, KIND_BYTES, KIND_BYTES + KEY_BYTES));
        if (!taken.kcv().equals(Hex.of(data, KIND_BYTES + KEY_BYTES, CHECK_BYTES))) {
            taken.erase();
            throw new Malformed("card key", KIND_BYTES + KEY_BYTES, "the check value of the key", "another");
        }
        return taken;
    }
}
