@testable import ResyDomain
import Testing

@testable import ResyNative

struct UserFolderTests {
    static let list = """
        root:x:0:0:root:/root:/bin/bash

        # a comment
        +::::::
        broken:x:1000
        ada:x:1000:1000:Ada, Countess of Lovelace,,:/home/ada:/bin/bash
        twin:x:1000:1000::/home/twin:/bin/sh
        nohome:x:1001:1001:::/bin/sh
        relative:x:1002:1002::home/relative:/bin/sh
        many:x:1003:1003::/home/many:/bin/sh:more
        spaced:x:1004:1004::/home/a b/ü:/usr/sbin/nologin
        """

    @Test(
        arguments: [
            (0, "/root"), (1000, "/home/ada"), (1001, nil), (1002, nil), (1003, nil), (1004, "/home/a b/ü"),
            (1005, nil),
        ] as [(UInt32, String?)])
    func theListOfUsersHasIt(user: UInt32, folder: String?) {
        #expect(UserFolder.find(user: user, in: Array(Self.list.utf8)) == folder)
    }

    @Test func anEmptyListHasNone() {
        #expect(UserFolder.find(user: 0, in: []) == nil)
        #expect(UserFolder.find(user: 0, in: [0xFF, 0x0A, 0x3A]) == nil)
    }

    /// Whoever runs the tests is on the list.
    @Test func thisUserHasOne() {
        #expect(UserFolder.recorded?.hasPrefix("/") == true)
    }
}
