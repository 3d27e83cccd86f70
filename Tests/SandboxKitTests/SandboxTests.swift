import SandboxKit
import Testing

@Suite struct SandboxTests {}
