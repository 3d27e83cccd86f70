/// What a call to Resy identifies itself with.
package struct Access: Sendable {
    /// Application-level, public.
    package var apiKey: String
    /// The user's, or nil for calls that work without.
    package var token: Secret?
    /// Of the account that the token is for, where it is known.
    package var email: String?

    package init(apiKey: String, token: Secret? = nil, email: String? = nil) {
        self.apiKey = apiKey
        self.token = token
        self.email = email
    }
}
