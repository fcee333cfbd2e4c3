package org.moderationdesk.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.base.Sha256;

/**
 * Shows that one entry is among those of a checkpoint, without the others: C2SP tlog-proof. Its "extra" line carries
 * the hash of the entry before and the entry itself, a space between, so that who holds the proof reads what it proves.
 *
 * @param before the hash of the entry before, 64 hexadecimal digits
 * @param body the entry's canonical JSON
 * @param index of the entry, counted from 0
 * @param way the hashes beside the way from the entry to the root
 */
record InclusionProof(String before, String body, long index, List<byte[]> way, SignedNote checkpoint) {
    private static final String FORM = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    String written() {
        var base64 = Base64.getEncoder();
        var lines = new ArrayList<String>();
        lines.add(FORM);
        lines.add(EXTRA + base64.encodeToString((before + " " + body).getBytes(StandardCharsets.UTF_8)));
        lines.add(INDEX + index);
        way.forEach(hash -> lines.add(base64.encodeToString(hash)));
        return String.join("\n", lines) + "\n\n" + checkpoint.written();
    }

    static Optional<InclusionProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.size() < 3
                || !lines.get(0).equals(FORM)
                || !lines.get(1).startsWith(EXTRA)
                || !lines.get(2).startsWith(INDEX)) {
            return Optional.empty();
        }
        try {
            var base64 = Base64.getDecoder();
            String extra = new String(base64.decode(lines.get(1).substring(EXTRA.length())), StandardCharsets.UTF_8);
            int gap = extra.indexOf(' ');
            long index = Long.parseLong(lines.get(2).substring(INDEX.length()));
            List<byte[]> way =
                    lines.subList(3, lines.size()).stream().map(base64::decode).toList();
            Optional<SignedNote> note = SignedNote.parse(text.substring(end + 2));
            return gap < 0
                    ? Optional.empty()
                    : note.map(signed ->
                            new InclusionProof(extra.substring(0, gap), extra.substring(gap + 1), index, way, signed));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** Whether the entry and the hashes beside its way lead to the checkpoint's root. */
    boolean leadsTo(Checkpoint checkpoint) {
        try {
            byte[] root = MerkleTree.root(HexFormat.of().parseHex(hash()), index, checkpoint.size(), way);
            return Arrays.equals(root, checkpoint.rootHash());
        } catch (IllegalArgumentException noSuchWay) {
            return false;
        }
    }

    /** As the log hashes its entries. */
    private String hash() {
        MessageDigest sha = Sha256.digest();
        sha.update(before.getBytes(StandardCharsets.US_ASCII));
        sha.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }
}
