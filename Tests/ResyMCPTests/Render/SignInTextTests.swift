import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// A sign-in, in words and for programs.
@Suite struct SignInTextTests {
    @Test func unverifiedCredentialsSaySo() {
        let outcome = SignInOutcome(email: "a@b.c", isVerified: false, card: nil, remarks: [])
        #expect(SignInText.render(outcome).contains("not verified"))
        #expect(SchemaCheck.faults(SignInJSON.render(outcome), Tool.storeResyCredentials.outputSchema) == [])
    }
}
