package org.moderationdesk.items;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hint that a handle or an address may pretend to be another: it mixes scripts, or looks like Latin letters and is
 * not. After UTS 39. Only a hint: many honest names mix scripts.
 *
 * @param scripts the scripts found, by their English names
 * @param looksLike the Latin letters that it looks like; empty when it only mixes scripts
 * @param host for an address the host really named, in Unicode; for a handle the handle
 */
public record LookAlike(SortedSet<String> scripts, String looksLike, String host) {
    private static final Pattern HOST =
            Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]*).*", Pattern.DOTALL);
    private static final int LONGEST = 500;
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .build();

    /** Looks at a handle, with or without its @. */
    public static Optional<LookAlike> ofHandle(String handle) {
        return check(handle.startsWith("@") ? handle.substring(1) : handle);
    }

    /** Looks at the host of an address. */
    public static Optional<LookAlike> ofUrl(String url) {
        return host(url).flatMap(LookAlike::check);
    }

    /** The host that an address really names, in Unicode, if it names one. */
    public static Optional<String> host(String url) {
        Matcher matcher = HOST.matcher(url);
        if (!matcher.matches() || matcher.group(1).isEmpty() || matcher.group(1).length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(IDN.toUnicode(matcher.group(1)));
    }

    private static Optional<LookAlike> check(String name) {
        String seen = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        if (isAscii(seen)) {
            return Optional.empty();
        }
        String skeleton = CHECKER.getSkeleton(seen);
        boolean pretends = isAscii(skeleton) && scripts(seen).stream().noneMatch("Latin"::equals);
        if (!pretends && !CHECKER.failsChecks(seen)) {
            return Optional.empty();
        }
        return Optional.of(new LookAlike(scripts(seen), isAscii(skeleton) ? skeleton : "", seen));
    }

    private static SortedSet<String> scripts(String text) {
        var scripts = new TreeSet<String>();
        text.codePoints().map(UScript::getScript).forEach(script -> {
            if (script != UScript.COMMON && script != UScript.INHERITED && script != UScript.UNKNOWN) {
                scripts.add(UScript.getName(script));
            }
        });
        return scripts;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
