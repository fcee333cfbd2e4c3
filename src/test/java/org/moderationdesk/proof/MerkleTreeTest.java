package org.moderationdesk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** Leaves and roots of the reference tests of RFC 6962: certificate-transparency-go, merkle tree test vectors. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void itsRootsAreThoseOfTheReference() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(HexFormat.of().formatHex(tree(size, -1).root())).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(new MerkleTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theWayFromEveryLeafOfEveryTreeLeadsToItsRootAndNoOtherDoes() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            for (int index = 0; index < size; index++) {
                MerkleTree tree = tree(size, index);
                byte[] root = tree.root();
                List<byte[]> way = tree.way();
                assertThat(MerkleTree.root(leaf(index), index, size, way)).isEqualTo(root);

                byte[] other = leaf(index).clone();
                other = Arrays.copyOf(other, other.length + 1);
                assertThat(MerkleTree.root(other, index, size, way)).isNotEqualTo(root);
            }
        }
    }

    @Test
    void aWayThatIsTooShortOrTooLongIsRefused() {
        MerkleTree tree = tree(5, 2);
        byte[] root = tree.root();
        List<byte[]> way = tree.way();

        assertThatThrownBy(() -> MerkleTree.root(leaf(2), 2, 5, way.subList(0, way.size() - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        var longer = new ArrayList<>(way);
        longer.add(root);
        assertThatThrownBy(() -> MerkleTree.root(leaf(2), 2, 5, longer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaf(2), 5, 5, way)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MerkleTree tree(int size, long watched) {
        var tree = new MerkleTree(watched);
        for (int i = 0; i < size; i++) {
            tree.add(leaf(i));
        }
        return tree;
    }

    private static byte[] leaf(int index) {
        return HexFormat.of().parseHex(LEAVES.get(index));
    }
}
