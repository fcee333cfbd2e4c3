package org.moderationdesk.proof;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.moderationdesk.base.Sha256;

/**
 * The hash tree of RFC 6962 section 2.1, grown leaf by leaf with memory that follows the tree's height. It remembers
 * the way from one leaf to the root, where asked. Not thread-safe.
 */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final long NO_LEAF = -1;

    private final MessageDigest sha = Sha256.digest();
    private final Deque<Node> whole = new ArrayDeque<>();
    private final List<byte[]> way = new ArrayList<>();
    private final long watched;
    private long size;

    MerkleTree() {
        this(NO_LEAF);
    }

    /** @param watched the leaf, counted from 0, whose way to the root is wanted */
    MerkleTree(long watched) {
        this.watched = watched;
    }

    long size() {
        return size;
    }

    void add(byte[] leaf) {
        sha.update(LEAF);
        whole.push(new Node(sha.digest(leaf), size == watched));
        size++;
        // As many whole trees of one height as the number of leaves has ones at its end become one.
        for (long rest = size; (rest & 1) == 0; rest >>= 1) {
            Node right = whole.pop();
            whole.push(join(whole.pop(), right));
        }
    }

    /** The root over all leaves. The tree is used up: ask once. */
    byte[] root() {
        if (size == 0) {
            return sha.digest();
        }
        Node root = whole.pop();
        while (!whole.isEmpty()) {
            root = join(whole.pop(), root);
        }
        return root.hash();
    }

    /** The hashes beside the way from the watched leaf up to the root; after {@link #root}. */
    List<byte[]> way() {
        return List.copyOf(way);
    }

    /**
     * The root that a leaf and the hashes beside its way lead to: RFC 9162 section 2.1.3.2.
     *
     * @throws IllegalArgumentException where no tree of this size has such a way
     */
    static byte[] root(byte[] leaf, long index, long size, List<byte[]> way) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        MessageDigest sha = Sha256.digest();
        sha.update(LEAF);
        byte[] hash = sha.digest(leaf);
        long node = index;
        long last = size - 1;
        for (byte[] beside : way) {
            if (last == 0) {
                throw new IllegalArgumentException("the way goes on above the root");
            }
            if ((node & 1) == 1 || node == last) {
                hash = join(sha, beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = join(sha, hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the way ends below the root");
        }
        return hash;
    }

    private Node join(Node left, Node right) {
        if (left.watched()) {
            way.add(right.hash());
        } else if (right.watched()) {
            way.add(left.hash());
        }
        return new Node(join(sha, left.hash(), right.hash()), left.watched() || right.watched());
    }

    private static byte[] join(MessageDigest sha, byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    /** @param watched whether the watched leaf lies under it */
    private record Node(byte[] hash, boolean watched) {}
}
