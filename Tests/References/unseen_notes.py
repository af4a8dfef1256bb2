"""Five worked examples as notes, with their numbers computed here, and the audit file of each.

    python3 unseen_notes.py ../AuditTests/Unseen

No rule of the audit was made from them: they measure what it sees of notes that nobody looked at.
"""
import math
import sys
out=sys.argv[1]
def f(x,d): 
    s=f"{x:.{d}f}"
    return s
def w(name, md, lesson, title):
    open(f"{out}/{name}.md","w").write(md)
    open(f"{out}/{name}.audit.md","w").write(f"---\ntitle: {title}\naudits: [NOTES]\n---\n\n```{{swift}}\n{lesson}```\n")

# A: a linear neuron over four samples
X=[(1,2),(2,0.5),(-1,1.5),(0.5,-1)]; T=[1.2,0.4,2.1,-1.3]; W=(0.3,0.8); b=-0.25; lr=0.05
o=[W[0]*x+W[1]*y+b for x,y in X]; e=[(t-v) for t,v in zip(T,o)]
g=(-2*sum(d*x for d,(x,_) in zip(e,X))/4, -2*sum(d*y for d,(_,y) in zip(e,X))/4); gb=-2*sum(e)/4
mse=sum(d*d for d in e)/4
n=(W[0]-lr*g[0],W[1]-lr*g[1],b-lr*gb)
o2=[n[0]*x+n[1]*y+n[2] for x,y in X]; mse2=sum((t-v)**2 for t,v in zip(T,o2))/4
rows="\n".join(f"| {i+1} | {x} | {y} | {t} | {f(v,4)} | {f(d,4)} |" for i,((x,y),t,v,d) in enumerate(zip(X,T,o,e)))
md=f"""# One linear neuron, four samples

The weights are $w_1 = 0.3$ and $w_2 = 0.8$, the bias is $b = -0.25$. The answer is $o = w_1 x_1 + w_2 x_2 + b$; the rate is 0.05.

| sample | $x_1$ | $x_2$ | $t$ | $o$ | $e$ |
|--:|--:|--:|--:|--:|--:|
{rows}

For the first sample $o = 0.3 \\cdot 1 + 0.8 \\cdot 2 - 0.25 = {f(o[0],2)}$. The mean squared error is {f(mse,5)}.

## The step

The gradients are $dw_1 = {f(g[0],5)}$, $dw_2 = {f(g[1],5)}$ and $db = {f(gb,5)}$, so

$$ w_1^{{new}} = 0.3 - 0.05 \\cdot ({f(g[0],5)}) = {f(n[0],5)} \\qquad w_2^{{new}} = 0.8 - 0.05 \\cdot ({f(g[1],5)}) = {f(n[1],5)} \\qquad b^{{new}} = {f(n[2],5)} $$

The mean squared error after the step is {f(mse2,5)}.
"""
lesson="""let inputs = [[1.0, 2], [2, 0.5], [-1, 1.5], [0.5, -1]], t = [1.2, 0.4, 2.1, -1.3]
let w1 = 0.3, w2 = 0.8, b = -0.25, rate = 0.05
func answers(_ a: Double, _ c: Double, _ d: Double) -> [Double] { inputs.map { a * $0[0] + c * $0[1] + d } }
func error(_ o: [Double]) -> Double { zip(t, o).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) / 4 }
let x1 = inputs.map { $0[0] }, x2 = inputs.map { $0[1] }
let o = answers(w1, w2, b), e = zip(t, o).map { $0 - $1 }
let meanSquaredError = error(o)
let dw1 = -zip(e, x1).map { $0 * $1 }.reduce(0, +) / 2, dw2 = -zip(e, x2).map { $0 * $1 }.reduce(0, +) / 2
let db = -e.reduce(0, +) / 2
let newW1 = w1 - rate * dw1, newW2 = w2 - rate * dw2, newB = b - rate * db
let meanSquaredErrorAfterTheStep = error(answers(newW1, newW2, newB))
"""
w("linear-neuron-four-samples",md,lesson,"One linear neuron")

# B: 2-3-1 tanh, sigmoid
x=(0.6,-0.4); W1=[(0.5,-0.3),(0.8,0.2),(-0.6,0.9)]; b1=(0.1,-0.2,0.05); W2=(0.7,-0.5,0.4); b2=0.3; t=1
z=[a*x[0]+c*x[1]+d for (a,c),d in zip(W1,b1)]; a1=[math.tanh(v) for v in z]
z2=sum(p*q for p,q in zip(W2,a1))+b2; y=1/(1+math.exp(-z2)); L=0.5*(y-t)**2
d2=(y-t)*y*(1-y); d1=[d2*p*(1-q*q) for p,q in zip(W2,a1)]
BS=" \\\\ "
W1rows=BS.join(f"{f(d*x[0],5)} & {f(d*x[1],5)}" for d in d1)
rows="\n".join(f"| {i+1} | {f(z[i],4)} | {f(a1[i],4)} | {f(d1[i],5)} |" for i in range(3))
md=f"""# Two inputs, three hidden units, one output

The input is $x = (0.6, -0.4)$, the target is $t = 1$. The hidden units use tanh, the output the sigmoid.

$$ W^{{(1)}} = \\begin{{pmatrix}} 0.5 & -0.3 \\\\ 0.8 & 0.2 \\\\ -0.6 & 0.9 \\end{{pmatrix}} \\qquad b^{{(1)}} = \\begin{{pmatrix}} 0.1 \\\\ -0.2 \\\\ 0.05 \\end{{pmatrix}} $$

$$ W^{{(2)}} = \\begin{{pmatrix}} 0.7 & -0.5 & 0.4 \\end{{pmatrix}} \\qquad b^{{(2)}} = 0.3 $$

## Forward and backward

| unit | $z^{{(1)}}$ | $a^{{(1)}}$ | $\\delta^{{(1)}}$ |
|--:|--:|--:|--:|
{rows}

The first sum is $z^{{(1)}}_1 = 0.5 \\cdot 0.6 - 0.3 \\cdot (-0.4) + 0.1 = {f(z[0],2)}$, and so on. The output gets

$$ z^{{(2)}} = 0.7 \\cdot {f(a1[0],4)} - 0.5 \\cdot {f(a1[1],4)} + 0.4 \\cdot ({f(a1[2],4)}) + 0.3 = {f(z2,4)} $$

and answers $\\hat y = \\sigma({f(z2,4)}) = {f(y,4)}$. The loss is $L = \\frac12 ({f(y,4)} - 1)^2 = {f(L,5)}$.

Going back, $\\delta^{{(2)}} = ({f(y,4)} - 1) \\cdot {f(y,4)} \\cdot (1 - {f(y,4)}) = {f(d2,5)}$, so

$$ \\frac{{\\partial L}}{{\\partial W^{{(2)}}}} = \\begin{{pmatrix}} {f(d2*a1[0],5)} & {f(d2*a1[1],5)} & {f(d2*a1[2],5)} \\end{{pmatrix}} $$

$$ \\frac{{\\partial L}}{{\\partial W^{{(1)}}}} = \\begin{{pmatrix}} {W1rows} \\end{{pmatrix}} $$
"""
lesson="""let net = Network(inputs: 2) {
    Dense(3, weights: [[0.5, -0.3], [0.8, 0.2], [-0.6, 0.9]], biases: [0.1, -0.2, 0.05])
    Tanh()
    Dense(1, weights: [[0.7, -0.5, 0.4]], biases: [0.3])
    Sigmoid()
}
let pass = net.backpropagate([0.6, -0.4], toward: [1], minimizing: .halfSquaredError)
"""
w("tanh-2-3-1",md,lesson,"Two inputs, three hidden units, one output")

# C: momentum
wt=4.0; v=0.0; R=[]
for k in range(5):
    g=1.5*(wt-1); v=0.8*v+g; wt=wt-0.1*v; R.append((g,v,wt))
rows="\n".join(f"| {i+1} | {f(a,4)} | {f(b_,4)} | {f(c,4)} |" for i,(a,b_,c) in enumerate(R))
md=f"""# Momentum on a parabola

We minimise $f = 0.75 (w - 1)^2$, whose slope is $1.5 (w - 1)$, from $w_0 = 4$ with the rate $\\eta = 0.1$ and the momentum $\\beta = 0.8$.

| step | $g$ | $v$ | $w$ |
|--:|--:|--:|--:|
{rows}

In the second step $v_2 = 0.8 \\cdot {f(R[0][1],1)} + {f(R[1][0],3)} = {f(R[1][1],3)}$ and $w_2 = {f(R[0][2],2)} - 0.1 \\cdot {f(R[1][1],3)} = {f(R[1][2],4)}$.

After five steps the loss is {f(0.75*(R[4][2]-1)**2,5)}; without momentum, plain descent would be at {f(1+3*(1-0.15)**5,5)}.
"""
lesson="""let w0 = 4.0, eta = 0.1, beta = 0.8
func run(_ momentum: Double) -> [[Double]] {
    var (w, v) = (w0, 0.0)
    return (1...5).map { _ in
        let g = 1.5 * (w - 1)
        v = momentum * v + g
        w -= eta * v
        return [g, v, w]
    }
}
let steps = run(beta)
let g = steps.map { $0[0] }, v = steps.map { $0[1] }, w = steps.map { $0[2] }
let lossAfterFiveSteps = 0.75 * (w[4] - 1) * (w[4] - 1)
let plainDescent = run(0)[4][2]
"""
w("momentum-parabola",md,lesson,"Momentum on a parabola")

# D: softmax batch
Z=[(1.2,-0.4,0.3),(0.1,0.9,-1.5)]; Y=[0,2]
P=[]
for zz in Z:
    s=sum(math.exp(q) for q in zz); P.append([math.exp(q)/s for q in zz])
Ls=[-math.log(P[i][Y[i]]) for i in range(2)]; G=[[(p-(1 if k==Y[i] else 0))/2 for k,p in enumerate(P[i])] for i in range(2)]
md=f"""# Softmax over a batch of two

The logits of the two samples are

$$ Z = \\begin{{bmatrix}} 1.2 & -0.4 & 0.3 \\\\ 0.1 & 0.9 & -1.5 \\end{{bmatrix}} $$

and the classes 1 and 3 are right. Softmax makes of every row

$$ P = \\begin{{bmatrix}} {f(P[0][0],4)} & {f(P[0][1],4)} & {f(P[0][2],4)} \\\\ {f(P[1][0],4)} & {f(P[1][1],4)} & {f(P[1][2],4)} \\end{{bmatrix}} $$

The losses are $L_1 = -\\ln {f(P[0][0],4)} = {f(Ls[0],4)}$ and $L_2 = -\\ln {f(P[1][2],4)} = {f(Ls[1],4)}$. The mean loss is {f(sum(Ls)/2,4)}.

With the mean over the batch the gradient is

$$ dZ = \\begin{{bmatrix}} {f(G[0][0],4)} & {f(G[0][1],4)} & {f(G[0][2],4)} \\\\ {f(G[1][0],4)} & {f(G[1][1],4)} & {f(G[1][2],4)} \\end{{bmatrix}} $$

The first sample is classified rightly with the probability {f(100*P[0][0],1)} %.
"""
lesson="""let Z = [[1.2, -0.4, 0.3], [0.1, 0.9, -1.5]]
let P = Z.map { softmax(variables("z", $0)).map(\\.value) }
let L = [-log(P[0][0]), -log(P[1][2])]
let meanLoss = (L[0] + L[1]) / 2
let right = [[1.0, 0, 0], [0, 0, 1]]
let dZ = (0..<2).map { i in (0..<3).map { (P[i][$0] - right[i][$0]) / 2 } }
let probability = P[0][0]
"""
w("softmax-batch-of-two",md,lesson,"Softmax over a batch of two")

# E: a convolution in one dimension
s=[0.4,1.1,-0.7,2.3,0.9,-1.6]; k=[0.5,-1.2,0.8]; bb=0.1
c=[sum(k[j]*s[i+j] for j in range(3))+bb for i in range(4)]; r=[max(0,q) for q in c]; p=[max(r[0],r[1]),max(r[2],r[3])]
o3=0.6*p[0]-0.9*p[1]+0.2; q=1/(1+math.exp(-o3))
md=f"""# A convolution in one dimension

The signal is $s = (0.4, 1.1, -0.7, 2.3, 0.9, -1.6)$, the kernel $k = (0.5, -1.2, 0.8)$, the bias 0.1. The kernel isn't turned:

- $c_1 = 0.5 \\cdot 0.4 - 1.2 \\cdot 1.1 + 0.8 \\cdot (-0.7) + 0.1 = {f(c[0],2)}$
- $c_2 = 0.5 \\cdot 1.1 - 1.2 \\cdot (-0.7) + 0.8 \\cdot 2.3 + 0.1 = {f(c[1],2)}$
- $c_3 = 0.5 \\cdot (-0.7) - 1.2 \\cdot 2.3 + 0.8 \\cdot 0.9 + 0.1 = {f(c[2],2)}$
- $c_4 = 0.5 \\cdot 2.3 - 1.2 \\cdot 0.9 + 0.8 \\cdot (-1.6) + 0.1 = {f(c[3],2)}$

After ReLU $r = ({f(r[0],2)}, {f(r[1],2)}, {f(r[2],2)}, {f(r[3],2)})$, and pooling in pairs leaves $p = ({f(p[0],2)}, {f(p[1],2)})$.

The last unit has the weights $u_1 = 0.6$ and $u_2 = -0.9$ and the bias 0.2: $o = 0.6 \\cdot {f(p[0],2)} - 0.9 \\cdot {f(p[1],2)} + 0.2 = {f(o3,3)}$ and $\\sigma({f(o3,3)}) = {f(q,4)}$.
"""
lesson="""let s = [0.4, 1.1, -0.7, 2.3, 0.9, -1.6], k = [0.5, -1.2, 0.8], bias = 0.1
let c = (0..<4).map { i in k[0] * s[i] + k[1] * s[i + 1] + k[2] * s[i + 2] + bias }
let r = c.map { max(0, $0) }
let p = [max(r[0], r[1]), max(r[2], r[3])]
let u1 = 0.6, u2 = -0.9
let o = u1 * p[0] + u2 * p[1] + 0.2
let answer = 1 / (1 + exp(-o))
"""
w("convolution-1d",md,lesson,"A convolution in one dimension")
