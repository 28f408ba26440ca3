package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TablesTest {
    private static final Dialect POS = Dialect.named("unionpay-pos");

    @Test
    void every_published_response_code_has_its_class_and_text() {
        for (JsonNode published : Vectors.read("response_codes.json").path("codes")) {
            ResponseCodes.ResponseCode row =
                    ResponseCodes.of(published.path("code").asText());
            assertThat(row.action().name()).isEqualTo(published.path("class").asText());
            assertThat(row.textEn()).isNotEmpty();
            assertThat(row.textZh()).isNotEmpty();
        }
        assertThat(ResponseCodes.of("55").textZh()).isEqualTo("密码错，请重试");
        assertThat(ResponseCodes.approved("11")).isTrue();
        assertThat(ResponseCodes.approved("D8")).isFalse();
        assertThat(ResponseCodes.find("??")).isNull();
        assertThat(ResponseCodes.of("??").action()).isEqualTo(ResponseCodes.Action.C);
    }

    @Test
    void every_published_transaction_key_is_a_kind() {
        int found = 0;
        for (JsonNode row : Vectors.read("tables.json").path("transactions")) {
            String f3 = row.path("f3").asText("");
            if (f3.length() != 6 || row.path("f25").asText().length() != 2) {
                continue;
            }
            IsoMessage request = IsoMessage.of(row.path("request").asText().substring(0, 4))
                    .set(3, f3)
                    .set(25, row.path("f25").asText())
                    .set(60, row.path("f60_1").asText().substring(0, 2) + "000001000")
                    .build();
            TransactionKind kind = TransactionKind.of(POS, request);
            assertThat(kind).as(row.path("name_en").asText()).isNotNull();
            assertThat(kind.reversible()).isEqualTo(row.path("reversible").asBoolean());
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void an_answer_and_a_reversal_are_of_the_kind_of_their_request() {
        for (String mti : List.of("0200", "0210", "0400", "0410")) {
            IsoMessage message = IsoMessage.of(mti)
                    .set(3, "000000")
                    .set(25, "00")
                    .set(60, "22000001000")
                    .build();
            assertThat(TransactionKind.of(POS, message)).isEqualTo(TransactionKind.SALE);
        }
        IsoMessage reversedBalance = IsoMessage.of("0400")
                .set(3, "310000")
                .set(25, "00")
                .set(60, "01000001000")
                .build();
        assertThat(TransactionKind.of(POS, reversedBalance)).isNull();
        assertThat(TransactionKind.of(POS, IsoMessage.of("0800").build())).isNull();
    }

    @Test
    void messages_have_the_names_of_the_trade() {
        assertThat(NamedMessage.SIGN_IN_REQUEST.matches(network("0800", "003"))).isTrue();
        assertThat(NamedMessage.SIGN_IN_ANSWER.matches(network("0810", "004"))).isTrue();
        assertThat(NamedMessage.SIGN_IN_REQUEST.matches(network("0800", "002"))).isFalse();
        assertThat(NamedMessage.KEY_DELIVERY.matches(network("0810", "442"))).isTrue();
        assertThat(NamedMessage.KEY_DELIVERY.matches(network("0800", "442"))).isFalse();
        assertThat(NamedMessage.SIGN_IN_REQUEST.matches(IsoMessage.of("0800").build()))
                .isFalse();
    }

    private static IsoMessage network(String mti, String code) {
        return IsoMessage.of(mti).set(60, "00000001" + code).build();
    }

    @Test
    void key_download_tags_travel_in_f62() {
        byte[] f62 = Tlv.encode(List.of(
                Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber("62250000001")),
                Tlv.of(KeyDownload.SESSION_ID, new byte[] {1, 2, 3, 4})));
        IsoMessage sent = network("0800", KeyDownload.DOWNLOAD_REQUEST).toBuilder()
                .set(62, f62)
                .build();
        IsoMessage read = POS.unpack(POS.pack(sent));
        assertThat(KeyDownload.step(read)).isEqualTo("440");
        assertThat(KeyDownload.cardNumber(KeyDownload.value(read, KeyDownload.CARD_NUMBER)))
                .isEqualTo("62250000001");
        assertThat(KeyDownload.value(read, KeyDownload.R1)).isNull();
        assertThat(read.part("F62.DF49")).isEqualTo("01020304");
        assertThat(POS.describe(POS.pack(sent), false).toString())
                .contains("session id")
                .doesNotContain("62250000001F");
        IsoMessage broken = sent.toBuilder().set(62, "DF49FF").build();
        assertThatThrownBy(() -> KeyDownload.tags(broken))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("F62.DF49");
    }

    @Test
    void every_field_of_both_tables_has_both_names_and_stands_in_order() {
        for (List<FieldSpec> table : Arrays.asList(UnionPayPos.FIELDS, Iso87.FIELDS)) {
            assertThat(table).extracting(FieldSpec::number).isSorted().doesNotHaveDuplicates();
            assertThat(table).allSatisfy(field -> {
                assertThat(field.nameEn()).isNotBlank();
                assertThat(field.nameZh()).isNotBlank();
            });
        }
        assertThat(Iso87.FIELDS).hasSize(63);
    }
}
