package dev.counterfoil.crypto.asymmetric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.NonceSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cipher texts and digests were made by OpenSSL 3 with the published test keys. */
final class AsymmetricTest {
    private static final byte[] KEY = Hex.bytes("CA5D92598DCA48CE8A4C76361A9269E9");
    private static final String PKCS1 =
            "0664D4D20763B5D64095F4D6610FB0D49698B507BE4D9C57FE25C7F90BFE3EF4D073EC4C0328D1FA"
                    + "BDA155EFB8AE37F87B398B48E300E2D0505E9683D030C3D59A2FBF6A519947A70B9D34471BB4A01C"
                    + "BDDEB3EE89D016836DEBFA2772D80C71C1002E927E52800806AB1B8A0B862177D0382703C5FADEE4"
                    + "5DF2722670CBF4D062A657DBBC12D3FD1EF64EDCDB84763640B6AF9B973243A20F3AE24FA2FD185F"
                    + "75413EDED007A142907FAD06B735070B027B8D7E6BADE3890A31C1F08955519672AE9B0EAB32ADA0"
                    + "C58EA4A29E9F0F90BD72C029C042286693D2F55D13D218F49D4B2F86B741B6FEBB82AB83A6AA3116"
                    + "0C3B2DA12FC874EA9BE7658BFAD28F10";
    private static final String OAEP =
            "3191FD31FBB062B4F063D182D79D3B4C5A0BA18C5D254DB127927BBB766E668206EBFFE8926C39CA"
                    + "E39A8483E48FF194CC17DEB6E096379500BB7994A1AE47BCF7B9E0129B94398EAC4F5EAEA4F918D7"
                    + "FC6633B561421176841F49A7B6A4432316993ADD80C96FB765B9714B605C973986044E1949B2A08A"
                    + "A16EC001626E9ED7B97B0493DF6378B97F2ADF9C565609DA6B5B65B67021264D25CDB03C20372725"
                    + "212E442C7AB5A91531CEE83356F025568F8481D9CFBE4AF569F692C3FC9BCC6A37F843DA661F0D32"
                    + "6796EA7867AD5FFAC07604E63361F7016A5907F461FBCDEF77C489D4BD27E36F9C55EFB2BA6AE36D"
                    + "35D94E906EC464C7AAE6314AFFEEC848";
    private static final String C1_C3_C2 =
            "04D26A4251450975C76D1C45D68EDE5423BB67642B2625E655668DFB2E9A06FB3D52F8DD074E1B64"
                    + "1151594A3CDB42EF8B9AF83CF82C48D3BAB74ACCB679D64DAFA525CAF078E4A0EDB33DF46400F0A5"
                    + "05BE085051B6C4800569FA02E5C3665519CEC0E4EC1D6ABEABEAEA4C98B9A90607";

    private final Random random = new Random(20260316);
    private final NonceSource nonces = random::nextBytes;

    private static PrivateKey host(KeyAlgorithm algorithm) {
        return TestKeys.HOST.of(algorithm);
    }

    @Test
    void cipher_texts_of_another_implementation_open() {
        PrivateKey rsa = host(KeyAlgorithm.RSA);
        assertThat(rsa.decipher(Padding.PKCS1, Hex.bytes(PKCS1))).isEqualTo(KEY);
        assertThat(rsa.decipher(Padding.OAEP, Hex.bytes(OAEP))).isEqualTo(KEY);
        assertThat(host(KeyAlgorithm.SM2).decipher(Padding.OAEP, Hex.bytes(C1_C3_C2)))
                .isEqualTo(KEY);
    }

    @Test
    void a_public_key_is_known_by_its_digest() {
        assertThat(host(KeyAlgorithm.RSA).publicKey().digest())
                .isEqualTo("04E5F498363E2833E7E53678A200B849D91D6065D6F70D8B7D07661A0F91A65E");
        assertThat(host(KeyAlgorithm.SM2).publicKey().digest())
                .isEqualTo("0D7B07FC30E0FA4530A9F7A319BAB523A4DFFAAF6248A27F77D167E944DF1575");
    }

    @ParameterizedTest
    @EnumSource
    void what_goes_under_a_key_comes_out_with_its_private_key_only(KeyAlgorithm algorithm) {
        for (Padding padding : Padding.values()) {
            byte[] cipherText = host(algorithm).publicKey().encipher(padding, KEY, nonces);
            assertThat(host(algorithm).decipher(padding, cipherText)).isEqualTo(KEY);
            assertThat(TestKeys.STRANGER.of(algorithm).decipher(padding, cipherText))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void equal_streams_give_equal_cipher_texts_and_others_others(KeyAlgorithm algorithm) {
        for (Padding padding : Padding.values()) {
            PublicKey key = host(algorithm).publicKey();
            byte[] first = key.encipher(padding, KEY, new Random(1)::nextBytes);
            assertThat(key.encipher(padding, KEY, new Random(1)::nextBytes)).isEqualTo(first);
            assertThat(key.encipher(padding, KEY, new Random(2)::nextBytes)).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_public_key_is_the_bytes_it_crossed_the_line_with(KeyAlgorithm algorithm) {
        PublicKey key = host(algorithm).publicKey();
        assertThat(PublicKey.of(algorithm, key.value(), key.exponent())).isEqualTo(key);
        assertThat(host(algorithm)).hasToString("private key of " + key);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_that_can_be_no_key_are_none(KeyAlgorithm algorithm) {
        PublicKey key = host(algorithm).publicKey();
        byte[] value = key.value();
        for (int length = 0; length < (algorithm == KeyAlgorithm.RSA ? 128 : value.length); length++) {
            assertThat(PublicKey.of(algorithm, Arrays.copyOf(value, length), key.exponent()))
                    .as("%d bytes", length)
                    .isNull();
        }
        byte[] even = value.clone();
        even[even.length - 1] ^= 1;
        assertThat(PublicKey.of(algorithm, even, key.exponent())).isNull();
        assertThat(PublicKey.of(algorithm, value, new byte[] {2})).isNull();
        assertThat(PublicKey.of(algorithm, value, new byte[] {0, 1})).isNull();
        assertThat(PublicKey.of(algorithm, value, new byte[5])).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void no_altered_cipher_text_is_an_error_or_gives_the_key(KeyAlgorithm algorithm) {
        for (Padding padding : Padding.values()) {
            byte[] cipherText = host(algorithm).publicKey().encipher(padding, KEY, nonces);
            for (int round = 0; round < 60; round++) {
                byte[] other = Arrays.copyOf(cipherText, round < 10 ? round * 20 : cipherText.length);
                int at = other.length == 0 ? -1 : random.nextInt(other.length);
                if (at >= 0) {
                    other[at] ^= (byte) (1 + random.nextInt(255));
                }
                assertThat(host(algorithm).decipher(padding, other)).isNotEqualTo(KEY);
            }
        }
    }
}
