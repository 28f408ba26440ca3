package dev.counterfoil.protocol.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryRequestTest {
    private static final RegistryRequest REQUEST =
            new RegistryRequest(RegistryRequest.Kind.ENTER_AS_ISSUED, "860000000000015", "20301231", "M1");

    @Test
    void a_frame_is_that_of_the_table() {
        assertThat(Hex.of(REQUEST.encode()))
                .isEqualTo("0017" + "02" + "5A08860000000000015F" + "5F240420301231" + "DF50024D31");
        assertThat(RegistryRequest.decode(REQUEST.encode())).isEqualTo(REQUEST);
    }

    @Test
    void nothing_shorter_is_taken() {
        byte[] frame = REQUEST.encode();
        for (int i = 0; i < frame.length; i++) {
            byte[] shorter = Arrays.copyOf(frame, i);
            assertThatThrownBy(() -> RegistryRequest.decode(shorter)).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0017035A08860000000000015F5F240420301231DF50024D31",
                "0017025A08860000000000015A5F240420301231DF50024D31",
                "0015025A038600005F5F240420301231DF5000",
                "0016025A08860000000000015F5F2403203012DF50024D31"
            })
    void nothing_else_is_taken(String frame) {
        assertThatThrownBy(() -> RegistryRequest.decode(Hex.bytes(frame))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_one_byte(RegistryAnswer answer) {
        assertThat(RegistryAnswer.decode(answer.encode())).isEqualTo(answer);
        assertThatThrownBy(() -> RegistryAnswer.decode(Hex.bytes("000103"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> RegistryAnswer.decode(Hex.bytes("0001"))).isInstanceOf(Malformed.class);
    }
}
