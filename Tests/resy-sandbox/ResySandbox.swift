internal import SandboxKit

@main
struct ResySandbox {
    static func main() async throws {
        _ = Sandbox()
    }
}
