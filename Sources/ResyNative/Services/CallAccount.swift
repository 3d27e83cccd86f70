/// Whose account a call works on. It stays with the one it began with, whoever signs in meanwhile: a list of another
/// account proves nothing, and a yes was given for this one.
package final class CallAccount: Sendable {
    private let owner = Lock<Owner?>(nil)

    private struct Owner: Sendable {
        let email: String?
        var key: String { email.map { AccountKey.of(email: $0) } ?? "" }
    }

    package init() {}

    /// Nil before the call had access to any. Empty where nobody knows the account's address.
    var key: String? { owner.withLock { $0?.key } }

    var email: String? { owner.withLock { $0?.email } }

    /// Throws `otherAccount` for access to another one than the call began with.
    func hold(_ access: Access) throws(APIFailure) -> Access {
        let asked = Owner(email: access.email)
        let isSame = owner.withLock { held in
            held = held ?? asked
            return held?.key == asked.key
        }
        guard isSame else { throw .otherAccount }
        return access
    }
}
