package dev.counterfoil.hsm;

import org.jspecify.annotations.Nullable;

/**
 * How a model answers a command code that it does not know.
 *
 * @param answerCode the 2 characters of the answer, or null for the request's with its second letter one higher
 * @param errorCode 2 characters
 */
public record UnknownCommand(@Nullable String answerCode, String errorCode) {}
