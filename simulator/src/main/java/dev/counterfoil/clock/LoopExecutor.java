package dev.counterfoil.clock;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Akka's dispatcher on the turn loop: a mailbox that has work is one turn in the queue. */
public final class LoopExecutor extends ExecutorServiceConfigurator {
    public LoopExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
        TurnLoop loop = LoopSystem.loopBeingBooted();
        return new ExecutorServiceFactory() {
            @Override
            public ExecutorService createExecutorService() {
                return new Turns(loop, id);
            }
        };
    }

    private static final class Turns extends AbstractExecutorService {
        private final TurnLoop loop;
        private final String id;
        private volatile boolean down;

        Turns(TurnLoop loop, String id) {
            this.loop = loop;
            this.id = id;
        }

        @Override
        public void execute(Runnable turn) {
            if (down) {
                throw new RejectedExecutionException(id);
            }
            loop.submit(turn);
        }

        @Override
        public void shutdown() {
            down = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            down = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return down;
        }

        @Override
        public boolean isTerminated() {
            return down;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
