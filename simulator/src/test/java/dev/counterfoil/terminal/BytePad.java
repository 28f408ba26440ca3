package dev.counterfoil.terminal;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A far end of the pad cable that speaks its bytes: a person has typed what it needs, and it can lie. */
final class BytePad {
    static final CipherKey TMK = tdes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    static final CipherKey CARD_KEY = tdes("0123456789ABCDEFFEDCBA9876543210");
    static final CipherKey PIK = tdes("C1FEEF10233245546776899801ABBACD");
    static final CipherKey MAK = CipherKey.ofHex(CipherKind.DES, "5BB5C72CD00B7338");
    static final CipherKey TDK = tdes("CA5D92598DCA48CE8A4C76361A9269E9");
    static final String R1 = "1122334455667788";
    static final String R2 = "8877665544332211";
    static final String C1 = "3EB3B72576BBBE83";
    static final String C2 = "2532DF5DD75880D3";
    static final String PIN_BLOCK = "91BC86802664F3D6";

    final List<PadCommand> heard = new ArrayList<>();
    CipherKey tmk = TMK;
    boolean mute;
    boolean locked;
    boolean foreign;
    boolean opened;
    boolean macFails;
    boolean garbled;
    boolean personCancels;
    boolean personSilent;
    CardKind card = CardKind.MANAGER;
    int passwordStatus = 0x9000;

    private static CipherKey tdes(String hex) {
        return CipherKey.ofHex(CipherKind.TDES, hex);
    }

    List<byte[]> hear(byte[] frame) {
        PadCommand command = PadCommand.decode(frame);
        heard.add(command);
        if (mute || (macFails && command instanceof PadCommand.Mac)) {
            return List.of();
        }
        List<byte[]> replies = new ArrayList<>();
        replies.add(answer(command).encode());
        if (!personSilent && command instanceof PadCommand.StartPinEntry) {
            PadKey last = personCancels ? PadKey.CANCEL : PadKey.ENTER;
            replies.add(new PadReply.Pressed(PadKey.DIGIT).encode());
            replies.add(new PadReply.Pressed(last).encode());
        } else if (!personSilent && command instanceof PadCommand.AwaitCard) {
            replies.add(new PadReply.CardIn(card, card == CardKind.MANAGER ? "6225880000000017" : "", "").encode());
        } else if (!personSilent && command instanceof PadCommand.StartCardPassword) {
            replies.add(new PadReply.Pressed(PadKey.ENTER).encode());
            replies.add(new PadReply.PasswordChecked(passwordStatus).encode());
        }
        return replies;
    }

    static byte[] mac(byte[] covered) {
        return Macs.compute(MacAlgorithm.UNIONPAY_ECB, MAK, covered);
    }

    private PadReply answer(PadCommand command) {
        if (opened && !(command instanceof PadCommand.ReadPairing)) {
            return new PadReply.Answer(PadResult.REMOVAL);
        } else if (locked && !(command instanceof PadCommand.Reactivate)) {
            return new PadReply.Answer(PadResult.LOCKED);
        } else if (command instanceof PadCommand.Mac m) {
            return text(Hex.of(mac(m.data())));
        } else if (garbled) {
            return text("no hex");
        } else if (command instanceof PadCommand.Cipher m) {
            return text(Hex.of(tmk.encryptEcb(m.data())));
        } else if (command instanceof PadCommand.ReadPinBlock) {
            return text(PIN_BLOCK);
        } else if (command instanceof PadCommand.EncryptTrack m) {
            return text(TrackCipher.LAST_EIGHT.encrypt(TDK, m.track()));
        } else if (command instanceof PadCommand.LoadKeySet m) {
            return result(WorkingKeys.open(tmk, m.f62(), MakForm.EIGHT) instanceof WorkingKeys.Good, PadResult.KCV);
        } else if (command instanceof PadCommand.ReadPairing) {
            return text(foreign ? "SN000002" : "SN000001");
        } else if (command instanceof PadCommand.Reactivate) {
            locked = false;
            return result(!foreign, PadResult.AUTHENTICATION);
        } else if (command instanceof PadCommand.BeginDownload) {
            return new PadReply.Answer(
                    new Challenge("6225880000000017", Hex.bytes(R1), Hex.bytes(R2), Hex.bytes(C1)).encode());
        } else if (command instanceof PadCommand.CheckHost m) {
            return result(Hex.of(m.c2()).equals(C2), PadResult.AUTHENTICATION);
        } else if (command instanceof PadCommand.LoadUnderCardKey m) {
            CipherKey key = CARD_KEY.unwrap(CipherKind.TDES, m.wrapped());
            return result(key.kcv().equals(m.checkValue()), PadResult.KCV);
        }
        return new PadReply.Answer(PadResult.GOOD);
    }

    private static PadReply result(boolean good, PadResult otherwise) {
        return new PadReply.Answer(good ? PadResult.GOOD : otherwise);
    }

    private static PadReply text(String text) {
        return new PadReply.Answer(text.getBytes(StandardCharsets.US_ASCII));
    }
}
