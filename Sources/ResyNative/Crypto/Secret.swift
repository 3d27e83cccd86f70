internal import COpenSSL

/// A password, token or key: no description, and its bytes are wiped when the last owner lets go.
package struct Secret: Sendable {
    private let storage: Storage

    /// Unchecked because the bytes never change between `init` and `deinit`.
    private final class Storage: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer

        init(_ source: [UInt8]) {
            bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 1)
            bytes.copyBytes(from: source)
            count = source.count
        }

        let count: Int

        deinit {
            OPENSSL_cleanse(bytes.baseAddress, bytes.count)
            bytes.deallocate()
        }
    }

    package init(_ bytes: [UInt8]) {
        storage = Storage(bytes)
    }

    package init(_ text: String) {
        var bytes = Array(text.utf8)
        defer { bytes.wipe() }
        self.init(bytes)
    }

    package var isEmpty: Bool { storage.count == 0 }

    /// A copy of the text, for the moment it is written to the wire or sealed. Do not keep it.
    package func reveal() -> String {
        String(decoding: storage.bytes.prefix(storage.count), as: UTF8.self)
    }

    /// Tells most secrets apart and shows nothing of them: seeded anew in each process. Of all bytes at once, since one by one, as an
    /// array hashes them, was most of what a request cost before it left.
    package var mark: Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: storage.bytes.prefix(storage.count)))
        return hasher.finalize()
    }

    package func revealBytes() -> [UInt8] {
        Array(storage.bytes.prefix(storage.count))
    }
}

extension Secret: Equatable {
    /// Compared in constant time.
    package static func == (left: Secret, right: Secret) -> Bool {
        left.storage.count == right.storage.count
            && CRYPTO_memcmp(left.storage.bytes.baseAddress, right.storage.bytes.baseAddress, left.storage.count) == 0
    }
}

/// Printing one by accident shows nothing.
extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<secret>" }
    package var debugDescription: String { "<secret>" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
