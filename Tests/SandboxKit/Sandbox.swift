import FlyingFox

public struct Sandbox {
    public init() {}
}
