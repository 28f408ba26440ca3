package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A terminal that speaks bytes: it has clear keys and makes requests as a real one would. */
final class TestTerminal {
    static final String PAN = "6225880112345678";
    static final String PIN = "123456";

    private static final Dialect POS = Bench.POS;

    final String id;
    String serial = Bench.SERIAL;
    String batch = "000001";
    private CipherKey tmk = CipherKey.of(CipherKind.TDES, Bench.TMK);
    private CipherKey pik;
    CipherKey mak;
    private CipherKey tdk;

    TestTerminal(String id) {
        this.id = id;
        pik = tmk;
        mak = tmk;
        tdk = tmk;
    }

    void load(CipherKey key) {
        tmk = key;
    }

    byte[] signIn(String stan) {
        String device = "Sequence No" + String.format(Locale.ROOT, "%02d", 4 + serial.length()) + "3201" + serial;
        return POS.pack(message("0800", stan, "00" + batch + "004")
                .set(62, device.getBytes(StandardCharsets.US_ASCII))
                .set(63, "01 ")
                .build());
    }

    /** Takes the keys and the batch of a sign-in answer. */
    void take(IsoMessage answer) {
        assertThat(answer.text(39)).isEqualTo("00");
        batch = answer.text(60).substring(2, 8);
        WorkingKeys.Opened opened = WorkingKeys.open(tmk, answer.bytes(62), MakForm.EIGHT);
        assertThat(opened).isInstanceOf(WorkingKeys.Good.class);
        WorkingKeys.Good good = (WorkingKeys.Good) opened;
        pik = good.pik();
        mak = good.mak();
        tdk = Objects.requireNonNull(good.tdk());
    }

    byte[] sale(String stan, long fen) {
        return sealed(card("0200", stan, "22", "000000").set(4, String.format(Locale.ROOT, "%012d", fen)));
    }

    byte[] balance(String stan) {
        return sealed(card("0200", stan, "01", "310000"));
    }

    private IsoMessage.Builder card(String mti, String stan, String type, String code) {
        String track = TrackCipher.LAST_EIGHT.encrypt(tdk, PAN + "D301222100000123456");
        return message(mti, stan, type + batch + "000500")
                .set(3, code)
                .set(22, "021")
                .set(25, "00")
                .set(26, "06")
                .set(35, track)
                .set(49, "156")
                .set(52, PinBlocks.encipher(PinFormat.ISO0, pik, PIN, PAN, target -> {}))
                .set(53, "2610000000000000")
                .set(59, information());
    }

    String information() {
        String inner = "0100204" + "02" + String.format(Locale.ROOT, "%03d", serial.length()) + serial;
        return "A2" + String.format(Locale.ROOT, "%03d", inner.length()) + inner;
    }

    byte[] takeBack(String stan, String originalStan, IsoMessage original, long fen) {
        return sealed(message("0200", stan, "23" + batch + "000500")
                .set(3, "200000")
                .set(4, String.format(Locale.ROOT, "%012d", fen))
                .set(22, "012")
                .set(25, "00")
                .set(37, original.text(37))
                .set(38, "123456")
                .set(49, "156")
                .set(59, information())
                .set(61, batch + originalStan + "0314"));
    }

    byte[] reversal(String stan, long fen, String f3, String reason) {
        return sealed(message("0400", stan, "22" + batch + "000500")
                .set(3, f3)
                .set(4, String.format(Locale.ROOT, "%012d", fen))
                .set(22, "021")
                .set(25, "00")
                .set(39, reason)
                .set(49, "156")
                .set(59, information())
                .set(61, batch + stan + "0314"));
    }

    byte[] settlement(String stan, String f48) {
        return POS.pack(message("0500", stan, "00" + batch + "201")
                .set(48, f48)
                .set(49, "156")
                .set(63, "01 ")
                .build());
    }

    byte[] upload(String stan, String code, String f48) {
        return POS.pack(message("0320", stan, "00" + batch + code).set(48, f48).build());
    }

    byte[] download(String step, String stan, Tlv... tags) {
        return POS.pack(message("0800", stan, "00" + batch + step)
                .set(62, Tlv.encode(List.of(tags)))
                .build());
    }

    byte[] plain(String mti, String stan, String code) {
        return POS.pack(message(mti, stan, "00" + batch + code).build());
    }

    IsoMessage.Builder message(String mti, String stan, String f60) {
        return IsoMessage.of(mti)
                .tpdu("6000030000")
                .header("603100310000")
                .set(11, stan)
                .set(41, id)
                .set(42, "898100000000001")
                .set(60, f60);
    }

    static byte[] frame(IsoMessage.Builder message) {
        return POS.pack(message.build());
    }

    byte[] sealed(IsoMessage.Builder message) {
        return POS.packWithMac(message.build(), this::mac);
    }

    private byte[] mac(byte[] covered) {
        return Macs.compute(MacAlgorithm.UNIONPAY_ECB, mak, covered);
    }

    /** Whether an answer's MAC is good. */
    boolean believes(IsoMessage answer) {
        byte[] frame = POS.pack(answer);
        return answer.has(64) && Hex.of(mac(POS.macInput(frame))).equals(answer.text(64));
    }
}
