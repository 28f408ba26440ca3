package dev.counterfoil.scenarios.live;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.crypto.dukpt.TransactionKey;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** T1 of the corner shop as somebody else built it: a socket, a master key, and messages packed by hand. */
final class ForeignTerminal implements AutoCloseable {
    static final String MASTER_KEY = "0123456789ABCDEFFEDCBA9876543210";

    private static final Dialect POS = Dialect.named("unionpay-pos");
    private static final String PAN = "6225000000000014";
    private static final String SERIAL = "CF00000001";
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String terminalId;
    private String batch = "000001";
    private WorkingKeys.@Nullable Good keys;
    private @Nullable CipherKey answerMak;
    private String ksn = "";

    ForeignTerminal(int port) throws IOException {
        this(port, "10000001");
    }

    /** @param terminalId F41 */
    ForeignTerminal(int port, String terminalId) throws IOException {
        this.terminalId = terminalId;
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    IsoMessage answer() throws IOException {
        int length = in.readUnsignedShort();
        byte[] frame = new byte[length + 2];
        frame[0] = (byte) (length >>> 8);
        frame[1] = (byte) length;
        in.readFully(frame, 2, length);
        return POS.unpack(frame);
    }

    void hangUp() throws IOException {
        socket.close();
    }

    /** Whether the host has hung up. */
    boolean hungUp() throws IOException {
        return in.read() < 0;
    }

    IsoMessage signIn(String stan) throws IOException {
        String device = String.format(Locale.ROOT, "Sequence No%02d3060%s", 4 + SERIAL.length(), SERIAL);
        sendBytes(POS.pack(message("0800", stan, "00" + batch + "004")
                .set(62, device.getBytes(StandardCharsets.US_ASCII))
                .set(63, "01 ")
                .build()));
        IsoMessage answer = answer();
        if (answer.text(39).equals("00")) {
            CipherKey master = CipherKey.ofHex(CipherKind.TDES, MASTER_KEY);
            WorkingKeys.Opened opened = WorkingKeys.open(master, answer.bytes(62), MakForm.EIGHT);
            keys = (WorkingKeys.Good) opened;
            answerMak = keys.mak();
            batch = answer.text(60).substring(2, 8);
        }
        return answer;
    }

    /** The next sale is made under this DUKPT key. */
    void use(TransactionKey key) {
        keys = new WorkingKeys.Good(key.working(DukptUsage.PIN), key.working(DukptUsage.MAC_REQUEST), key.trackKey());
        answerMak = key.working(DukptUsage.MAC_RESPONSE);
        ksn = key.ksn().toString();
    }

    void sendSale(String stan, long fen, boolean rightMac) throws IOException {
        WorkingKeys.Good now = Objects.requireNonNull(keys);
        String inner = "0100204" + "02" + String.format(Locale.ROOT, "%03d", SERIAL.length()) + SERIAL;
        CipherKey tdk = Objects.requireNonNull(now.tdk());
        IsoMessage sale = message("0200", stan, "22" + batch + "000500")
                .set(3, "000000")
                .set(4, String.format(Locale.ROOT, "%012d", fen))
                .set(22, "021")
                .set(25, "00")
                .set(26, "06")
                .set(35, TrackCipher.LAST_EIGHT.encrypt(tdk, PAN + "D301212000000000000"))
                .set(49, "156")
                .set(52, PinBlocks.encipher(PinFormat.ISO0, now.pik(), "123456", PAN, target -> {}))
                .set(53, "2610000000000000")
                .set(59, "A2" + String.format(Locale.ROOT, "%03d", inner.length()) + inner)
                .build();
        IsoMessage request = ksn.isEmpty() ? sale : KeyFields.withKsn(POS, sale, ksn);
        sendBytes(POS.packWithMac(request, covered -> {
            byte[] mac = mac(now.mak(), covered);
            mac[0] ^= (byte) (rightMac ? 0 : 1);
            return mac;
        }));
    }

    boolean believes(IsoMessage answer) {
        CipherKey mak = Objects.requireNonNull(answerMak);
        return answer.has(64)
                && Hex.of(mac(mak, POS.macInput(POS.pack(answer)))).equals(answer.text(64));
    }

    private static byte[] mac(CipherKey mak, byte[] covered) {
        return Macs.compute(MacAlgorithm.UNIONPAY_ECB, mak, covered);
    }

    private IsoMessage.Builder message(String mti, String stan, String f60) {
        return IsoMessage.of(mti)
                .tpdu("6000030000")
                .header("603100311108")
                .set(11, stan)
                .set(41, terminalId)
                .set(42, "898110054110001")
                .set(60, f60);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
