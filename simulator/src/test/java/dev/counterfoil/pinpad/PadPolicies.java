package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.injection.Framing;
import java.util.List;

/** Pads that differ from {@link PadPolicy#DOMESTIC_SIX} in one thing. */
final class PadPolicies {
    private static final PadPolicy USUAL = PadPolicy.DOMESTIC_SIX;

    private PadPolicies() {}

    static PadPolicy probeLimit(int limit) {
        return of(limit, USUAL.injection(), USUAL.injectionPassword(), USUAL.custody(), USUAL.trusted());
    }

    static PadPolicy injection(Framing framing, String password) {
        return of(USUAL.probeLimit(), framing, password, USUAL.custody(), USUAL.trusted());
    }

    static PadPolicy custody(PadPolicy.Custody custody) {
        return of(USUAL.probeLimit(), USUAL.injection(), USUAL.injectionPassword(), custody, USUAL.trusted());
    }

    static PadPolicy trusting(List<String> digests) {
        return of(USUAL.probeLimit(), USUAL.injection(), USUAL.injectionPassword(), USUAL.custody(), digests);
    }

    private static PadPolicy of(
            int probeLimit, Framing framing, String password, PadPolicy.Custody custody, List<String> trusted) {
        return new PadPolicy(USUAL.shortestPin(), USUAL.longestPin(), probeLimit, framing, password, custody, trusted);
    }
}
