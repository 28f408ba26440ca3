package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.card.ManagerCard;
import dev.counterfoil.card.PaymentCard;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.host.Host;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.wire.DeviceMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Makes cards and tells the host's registry of them. */
final class CardMaker {
    private static final String DISCRETIONARY = "0000000123";

    private final World world;
    private final Vault vault;

    CardMaker(World world, Vault vault) {
        this.world = world;
        this.vault = vault;
    }

    /** A magnetic stripe: PAN, expiry, service code and made-up verification digits. */
    ActorRef<DeviceMessage> paymentCard(String name, String key) {
        Estate.Card spec = world.plan().card(key).spec();
        String track2 = spec.pan() + "=" + spec.expiry() + spec.serviceCode() + DISCRETIONARY;
        String secret = world.lineDialect().secretPartOfTrack(track2.replace('=', 'D'));
        world.witness().born("track data", name, secret.getBytes(StandardCharsets.US_ASCII));
        return world.grow(PaymentCard.create(new Stripe(track2, "")), name.replace(' ', '-'));
    }

    /** A chip card whose key is diversified from the master key by its number, or one with a stripe only. */
    ActorRef<DeviceMessage> managerCard(String name, String key) {
        Plan.ManagerCardPlan card = world.plan().managerCard(key);
        if (!card.spec().chip()) {
            String expiry = card.spec().expiry().substring(2, 6);
            Stripe stripe = ManagerApplication.stripe(card.spec().number(), expiry);
            return world.grow(PaymentCard.create(stripe), name.replace(' ', '-'));
        }
        CipherKey master = world.backOffice().keys().cardMaster();
        CipherKey cardKey = card.otherKey()
                ? vault.key("key/other-card", null)
                : master.diversify(CipherKey.cardData(card.spec().number()));
        return world.grow(
                ManagerCard.create(new ManagerCard.Config(
                        name,
                        card.spec().number(),
                        card.spec().expiry(),
                        cardKey,
                        card.password(),
                        card.tries(),
                        world.trace(),
                        world.witness())),
                name.replace(' ', '-'));
    }

    /** A card as the host's registry holds it. */
    dev.counterfoil.host.ManagerCard entry(String key) {
        Plan.ManagerCardPlan card = world.plan().managerCard(key);
        Set<String> merchants = new TreeSet<>();
        for (String merchant : card.spec().merchants()) {
            merchants.add(
                    Objects.requireNonNull(world.plan().estate().merchants().get(merchant))
                            .id());
        }
        return dev.counterfoil.host.ManagerCard.good(
                        "manager card " + key, card.spec().number())
                .only(new dev.counterfoil.host.ManagerCard.Limits(
                        merchants, card.spec().hours()))
                .with(stateOf(card.state()));
    }

    void register(String key, dev.counterfoil.host.ManagerCard.State state) {
        world.plan().managerCard(key).state(state.words());
        world.tell(world.backOffice().host(), new Host.RegisterCard(entry(key)));
    }

    private static dev.counterfoil.host.ManagerCard.State stateOf(String words) {
        for (dev.counterfoil.host.ManagerCard.State state : dev.counterfoil.host.ManagerCard.State.values()) {
            if (state.words().equals(words)) {
                return state;
            }
        }
        throw new EstateProblem("no registry holds a manager card as " + words);
    }
}
