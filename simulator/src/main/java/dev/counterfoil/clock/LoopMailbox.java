package dev.counterfoil.clock;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.dispatch.Envelope;
import akka.dispatch.MailboxType;
import akka.dispatch.MessageQueue;
import akka.dispatch.ProducesMessageQueue;
import akka.dispatch.UnboundedMailbox;
import com.typesafe.config.Config;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * The mailboxes of a loop's actors. All who tell them something are on the loop's thread, so a plain queue serves and
 * nothing is locked or fenced; only what grows while the system starts, on two threads, has Akka's own queue.
 */
public final class LoopMailbox implements MailboxType, ProducesMessageQueue<MessageQueue> {
    public LoopMailbox(ActorSystem.Settings settings, Config config) {}

    @Override
    public MessageQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
        TurnLoop loop = system.get().scheduler() instanceof LoopScheduler scheduler ? scheduler.loop() : null;
        return loop == null || !loop.isOwned() ? new UnboundedMailbox.MessageQueue() : new Plain(loop);
    }

    /** Most mailboxes never hold more than one message, which needs no list. */
    private static final class Plain implements MessageQueue {
        private final TurnLoop loop;
        private @Nullable Envelope first;
        private @Nullable ArrayDeque<Envelope> others;

        Plain(TurnLoop loop) {
            this.loop = loop;
        }

        @Override
        public void enqueue(ActorRef receiver, Envelope message) {
            loop.admit();
            if (first == null) {
                first = message;
                return;
            }
            if (others == null) {
                others = new ArrayDeque<>(4);
            }
            others.add(message);
        }

        @Override
        public @Nullable Envelope dequeue() {
            Envelope next = first;
            first = null;
            if (others != null) {
                first = others.poll();
                // most mailboxes of a large world are empty: none of them shall keep room
                others = others.isEmpty() ? null : others;
            }
            return next;
        }

        @Override
        public int numberOfMessages() {
            return (first == null ? 0 : 1) + (others == null ? 0 : others.size());
        }

        @Override
        public boolean hasMessages() {
            return first != null;
        }

        @Override
        public void cleanUp(ActorRef owner, MessageQueue deadLetters) {
            for (Envelope left = dequeue(); left != null; left = dequeue()) {
                deadLetters.enqueue(owner, left);
            }
        }
    }
}
