/// A version of this program, `1.4.0`; a tag's `v1.4.0` is the same.
package struct ReleaseVersion: Sendable, Comparable {
    private let major, minor, patch: Int

    /// Nil for anything else: what is only tried out, `1.5.0-rc.1`, is no release.
    package init?(_ text: String) {
        let parts = text.trimmed.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.count <= 6 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.major, one.minor, one.patch) < (other.major, other.minor, other.patch)
    }

    package var text: String { "\(major).\(minor).\(patch)" }
}

/// What is known of releases after this one.
package enum ReleaseNews: Sendable, Equatable {
    /// None is newer.
    case none(latest: ReleaseVersion)
    /// `page`: where it says it is told of, over https.
    case newer(ReleaseVersion, page: String?)
    case unread(ReleaseFault)
}

package enum ReleaseFault: Sendable, Equatable {
    case unreachable
    case status(Int)
    /// It answered, and with no version.
    case notUnderstood
    /// It named one that is a draft, or to be tried out.
    case unreleased
}
