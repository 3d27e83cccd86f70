/// What a call to Resy identifies itself with.
package struct Access: Sendable {
    /// Application-level, public.
    package var apiKey: String
    /// The user's, or nil for calls that work without.
    package var token: Secret?

    package init(apiKey: String, token: Secret? = nil) {
        self.apiKey = apiKey
        self.token = token
    }
}
