@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct CABundleTests {
    @Test func theConfiguredFileWinsEvenIfMissing() {
        #expect(CABundle.path(configured: "/nowhere", among: ["/dev/null"]) == "/nowhere")
    }

    @Test func elseTheFirstThatIsThere() {
        #expect(CABundle.path(configured: nil, among: ["/nowhere", "/dev/null", "/dev/zero"]) == "/dev/null")
        #expect(CABundle.path(configured: nil, among: []) == nil)
    }
}
