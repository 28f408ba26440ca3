package dev.counterfoil.crypto.keyblock;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The allowed values of the header's fields with what they mean, a line each (X9.143:2021 tables 1 to 7). */
final class FieldValues {
    static final Map<String, String> USAGE = table("""
            B0 base derivation key
            B1 initial DUKPT key
            B2 base key variant key
            B3 key derivation key
            C0 card verification key
            D0 data encryption key
            D1 asymmetric data encryption key
            D2 data encryption key for a decimalisation table
            D3 data encryption key for sensitive data
            E0 EMV master key for application cryptograms
            E1 EMV master key for confidentiality
            E2 EMV master key for integrity
            E3 EMV master key for data authentication codes
            E4 EMV master key for dynamic numbers
            E5 EMV card personalisation key
            E6 EMV master key, other
            E7 EMV asymmetric key pair for PIN encryption
            I0 initialisation vector
            K0 key encryption key
            K1 key block protection key
            K2 asymmetric key pair of a TR-34 receiver
            K3 asymmetric key pair for wrapping or agreement
            K4 ISO 20038 key block protection key
            M0 MAC key, ISO 16609 algorithm 1 with TDES
            M1 MAC key, ISO 9797-1 algorithm 1
            M2 MAC key, ISO 9797-1 algorithm 2
            M3 MAC key, ISO 9797-1 algorithm 3
            M4 MAC key, ISO 9797-1 algorithm 4
            M5 MAC key, ISO 9797-1:1999 algorithm 5
            M6 MAC key, ISO 9797-1:2011 algorithm 5, CMAC
            M7 HMAC key
            M8 MAC key, ISO 9797-1 algorithm 6
            P0 PIN encryption key
            P1 PIN generation key
            S0 asymmetric key pair for signatures
            S1 asymmetric key pair of a certification authority
            S2 asymmetric key pair, other
            V0 PIN verification key, other
            V1 PIN verification key, IBM 3624
            V2 PIN verification key, Visa PVV
            V3 PIN verification key, X9.132 algorithm 1
            V4 PIN verification key, X9.132 algorithm 2
            V5 PIN verification key, X9.132 algorithm 3
            """);

    static final Map<String, String> ALGORITHM = table("""
            A AES
            D DES
            E elliptic curve
            H HMAC
            R RSA
            S DSA
            T triple DES
            """);

    static final Map<String, String> MODE_OF_USE = table("""
            B encrypt and decrypt
            C make and check codes
            D decrypt only
            E encrypt only
            G make codes only
            N no restriction beyond the usage
            S sign only
            T sign and decrypt
            V check codes only
            X derive keys
            Y make key variants
            """);

    static final Map<String, String> EXPORTABILITY = table("""
            E under a trusted key, in a key block
            N not exportable
            S sensitive, also in other forms
            """);

    static final Map<String, String> CONTEXT = table("""
            0 as the wrapping key says
            1 storage only
            2 exchange only
            """);

    static final Map<String, String> RESERVED = table("0 always");

    /** Known optional blocks; others are carried as they are. */
    static final Map<String, String> OPTIONAL_BLOCK = table("""
            AL life of an asymmetric key
            BI identifier of a base derivation key
            CT certificate of a public key
            DA derivations allowed
            FL flags
            HM hash of an HMAC key
            IK identifier of an initial AES DUKPT key
            KC check value of the wrapped key
            KP check value of the protection key
            KS initial key serial number
            KV key block values
            LB label
            PB padding
            PK check value of the protection key at export
            TC time of creation
            TS time stamp
            WP wrapping pedigree
            """);

    private FieldValues() {}

    private static Map<String, String> table(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            values.put(line.substring(0, space), line.substring(space + 1));
        });
        return Collections.unmodifiableMap(values);
    }
}
