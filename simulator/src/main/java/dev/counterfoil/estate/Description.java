package dev.counterfoil.estate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in HOCON, with what it includes from beside it. */
final class Description implements ConfigIncluder {
    /** A quoted text, which stays, or a comment, which goes. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("(\"(?:[^\"\\\\\n]|\\\\.)*+\")|(?:#|//).*");

    private static final Pattern INCLUDE = Pattern.compile("\\binclude\\s*(?:[a-z]+\\s*\\(\\s*)*\"([^\"\n]*)\"");

    private final String text;
    private final String source;
    private final Function<String, @Nullable String> files;

    /**
     * A description.
     *
     * @param source its path, or what else to call it
     * @param files the text of the file of a path, or null where there is none
     */
    Description(String text, String source, Function<String, @Nullable String> files) {
        this.text = text;
        this.source = source;
        this.files = files;
    }

    /** @throws EstateProblem with source and line */
    Config read() {
        try {
            return ConfigFactory.parseString(
                    text,
                    ConfigParseOptions.defaults().setOriginDescription(source).setIncluder(this));
        } catch (ConfigException.IO e) {
            throw notThere(String.valueOf(e.getMessage())::contains);
        } catch (ConfigException e) {
            throw new EstateProblem(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        String path = what.startsWith("/") ? what : source.replaceFirst("[^/\\\\]*$", "") + what;
        String included = files.apply(path);
        if (included != null) {
            return new Description(included, path, files).read().root();
        }
        if (context.parseOptions().getAllowMissing()) {
            return ConfigFactory.empty().root();
        }
        throw notThere(what::equals);
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    /** The first include with a name like that leads nowhere; the parser does not say in which line it stands. */
    private EstateProblem notThere(Predicate<String> name) {
        String plain = TEXT_OR_COMMENT.matcher(text).replaceAll("$1");
        return INCLUDE.matcher(plain)
                .results()
                .filter(include -> name.test(include.group(1)))
                .findFirst()
                .map(include -> new EstateProblem(source + ":"
                        + plain.substring(0, include.start(1)).lines().count() + ": " + include.group(1)
                        + " is included; expected a file of this name, and there is none that can be read"))
                .orElseGet(() -> new EstateProblem(source + ": includes what cannot be read"));
    }
}
