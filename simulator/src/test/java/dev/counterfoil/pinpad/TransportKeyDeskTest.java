package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PrivateKey;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's part is played here with its private key. */
final class TransportKeyDeskTest {
    private static final List<String> TRUSTED = List.of(
            TestKeys.HOST.of(KeyAlgorithm.RSA).publicKey().digest(),
            TestKeys.HOST.of(KeyAlgorithm.SM2).publicKey().digest());

    private final PadBench bench = new PadBench(PadPolicies.trusting(TRUSTED));
    private final Random random = new Random(20260316);

    @AfterEach
    void close() {
        bench.close();
    }

    private PadReply.Answer wrap(boolean hardened, PrivateKey host) {
        return bench.ask(new PadCommand.WrapTransportKey(
                hardened,
                PadCommand.HostKeyKind.valueOf(host.publicKey().algorithm().name()),
                host.publicKey().exponent(),
                host.publicKey().value()));
    }

    private CipherKey transport(boolean hardened, PrivateKey host) {
        PadReply.Answer answer = wrap(hardened, host);
        assertThat(answer.good()).isTrue();
        byte[] clear = host.decipher(
                hardened ? Padding.OAEP : Padding.PKCS1, Hex.bytes(answer.text().substring(8)));
        CipherKey transport = CipherKey.of(host.publicKey().algorithm().travelling(), Objects.requireNonNull(clear));
        assertThat(answer.text()).startsWith(transport.kcv());
        return transport;
    }

    private PadResult load(String checkValue, String key) {
        return bench.ask(new PadCommand.LoadUnderTransportKey(0, checkValue, key))
                .result();
    }

    private static CipherKey master(KeyAlgorithm algorithm) {
        return CipherKey.ofHex(algorithm.travelling(), "CB5D92588CCB49CE8A4C76371A9268E9");
    }

    @ParameterizedTest
    @EnumSource
    void a_master_key_comes_in_under_the_transport_key(KeyAlgorithm algorithm) {
        PrivateKey host = TestKeys.HOST.of(algorithm);
        CipherKey master = master(algorithm);
        CipherKey plain = transport(false, host);
        assertThat(load(master.kcv(), SealedMasterKey.plain(plain, master))).isEqualTo(PadResult.GOOD);
        CipherKey sealing = transport(true, host);
        String sealed = SealedMasterKey.seal(sealing, master, "T1", random::nextBytes);
        assertThat(load(master.kcv(), sealed)).isEqualTo(PadResult.GOOD);
        assertThat(bench.witness.alive("transport key", "T1")).isTrue();
        bench.ask(new PadCommand.EndDownload());
        assertThat(bench.witness.hasEnded("transport key", "T1")).isTrue();
        assertThat(bench.life("transport key")).containsExactly("WIPED", "WIPED");
        assertThat(bench.life("master key")).containsExactly("LOADED", "REVOKED", "LOADED", "ACTIVE");
    }

    /** SM4 has no parity bits: one in eight of its key would be given away. */
    @ParameterizedTest
    @EnumSource
    void a_transport_key_has_the_parity_of_its_cipher(KeyAlgorithm algorithm) {
        boolean odd = true;
        for (int i = 0; i < 4; i++) {
            odd &= OddParity.holds(transport(false, TestKeys.HOST.of(algorithm)).clear());
        }
        assertThat(odd).isEqualTo(algorithm == KeyAlgorithm.RSA);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_hardened_download_asks_whose_public_key_it_is(KeyAlgorithm algorithm) {
        PrivateKey stranger = TestKeys.STRANGER.of(algorithm);
        assertThat(wrap(true, stranger).result()).isEqualTo(PadResult.AUTHENTICATION);
        assertThat(wrap(false, stranger).good()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_delivery_is_named_and_nothing_is_stored(KeyAlgorithm algorithm) {
        PrivateKey host = TestKeys.HOST.of(algorithm);
        CipherKey master = master(algorithm);
        assertThat(load(master.kcv(), "00".repeat(16))).isEqualTo(PadResult.AUTHENTICATION);
        CipherKey plain = transport(false, host);
        String wrapped = SealedMasterKey.plain(plain, master);
        assertThat(load("00000000", wrapped)).isEqualTo(PadResult.KCV);
        assertThat(load(master.kcv(), wrapped.substring(2))).isEqualTo(PadResult.ILLEGAL);
        assertThat(load(master.kcv(), "no hex digits at all, these are.")).isEqualTo(PadResult.ILLEGAL);
        CipherKey sealing = transport(true, host);
        assertThat(load(master.kcv(), SealedMasterKey.plain(sealing, master))).isEqualTo(PadResult.ILLEGAL);
        String foreign = SealedMasterKey.seal(sealing, master, "another terminal", random::nextBytes);
        assertThat(load(master.kcv(), foreign)).isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.life("master key")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_and_a_power_cut_forget_the_transport_key(KeyAlgorithm algorithm) {
        for (Runnable end : List.<Runnable>of(() -> bench.ask(new PadCommand.Reset()), () -> {
            bench.tell(new PinPad.PowerCut());
            bench.tell(new PinPad.PowerReturn());
        })) {
            CipherKey plain = transport(false, TestKeys.HOST.of(algorithm));
            end.run();
            assertThat(bench.witness.hasEnded("transport key", "T1")).isTrue();
            CipherKey master = master(algorithm);
            assertThat(load(master.kcv(), SealedMasterKey.plain(plain, master))).isEqualTo(PadResult.AUTHENTICATION);
        }
    }
}
