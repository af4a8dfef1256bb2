import Derivations
import Testing

struct CurvatureTests {
    @Test(arguments: [
        (1.0, 1.0, Curvature.Kind.minimum), (-1, -1, .maximum), (1, -1, .saddle), (-1, 1, .saddle), (1, 0, .flat),
    ])
    func `a paraboloid's centre is told by its signs`(a: Double, b: Double, kind: Curvature.Kind) {
        let x = Variable("x", 0), y = Variable("y", 0)
        #expect((a * pow(x, 2) + b * pow(y, 2)).curvature(by: [x, y]).kind == kind)
    }

    @Test func `second derivatives are those of the formula`() {
        let x = Variable("x", 1.5), y = Variable("y", -0.5)
        let curvature = (x * x * y + exp(y)).curvature(by: [x, y])
        // 2y, 2x; 2x, eʸ
        #expect(abs(curvature.hessian[0][0] + 1) < 1e-8)
        #expect(abs(curvature.hessian[0][1] - 3) < 1e-8)
        #expect(abs(curvature.hessian[1][0] - 3) < 1e-8)
        #expect(abs(curvature.hessian[1][1] - 0.6065306597126334) < 1e-8)
        #expect(curvature.kind == .slope)
    }
}
