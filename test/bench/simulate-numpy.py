#!/usr/bin/env python3
"""numpy anchors. usage: numpy_bench.py CASE [reps_override]. Prints one JSON line; seconds excludes imports."""
import sys, json, time, math, os
import numpy as np
case=sys.argv[1]; S={c["id"]:c for c in json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)),"..","fixtures","speed","spec.json")))["cases"]}[case]
R=int(sys.argv[2]) if len(sys.argv)>2 else S["reps"]; n=S["n_per_arm"]; Z=1.959963984540054; rng=np.random.default_rng(20261123)
def zstat(x1,x2,n):
    p1=x1/n; p2=x2/n; v=(p1*(1-p1)+p2*(1-p2))/n
    with np.errstate(all="ignore"): return (p2-p1)/np.sqrt(v)
t0=time.perf_counter(); extra={}
if case=="power-user":
    c=0; B=200                                  # 200 x 10,000 doubles = 16 MB per block
    for i in range(0,R,B):
        b=min(B,R-i); x1=(rng.random((b,n))<S["p1"]).sum(1); x2=(rng.random((b,n))<S["p2"]).sum(1); c+=int((np.abs(zstat(x1,x2,n))>=Z).sum())
    res=c/R
elif case.startswith("power-binom"):
    x1=rng.binomial(n,S["p1"],R); x2=rng.binomial(n,S["p2"],R); res=float((np.abs(zstat(x1,x2,n))>=Z).mean())
elif case=="peek-binom":
    L=S["looks"]; m=n//L; x1=rng.binomial(m,S["p1"],(R,L)).cumsum(1); x2=rng.binomial(m,S["p2"],(R,L)).cumsum(1); nn=m*np.arange(1,L+1)
    res=float((np.abs(zstat(x1,x2,nn))>=Z).any(1).mean())
elif case=="peek-user":
    L=S["looks"]; m=n//L; nn=m*np.arange(1,L+1); c=0; B=200
    for i in range(0,R,B):
        b=min(B,R-i); x1=(rng.random((b,L,m))<S["p1"]).sum(2).cumsum(1); x2=(rng.random((b,L,m))<S["p2"]).sum(2).cumsum(1); c+=int((np.abs(zstat(x1,x2,nn))>=Z).any(1).sum())
    res=c/R
elif case=="revenue-welch":
    c=0; B=50
    def arm(b,p):
        y=np.zeros((b,n)); m=rng.random((b,n))<p; y[m]=np.exp(rng.normal(S["mu"],S["sigma"],int(m.sum()))); return y.mean(1),y.var(1,ddof=1)
    for i in range(0,R,B):
        b=min(B,R-i); m1,v1=arm(b,S["p1"]); m2,v2=arm(b,S["p2"]); c+=int((np.abs((m2-m1)/np.sqrt((v1+v2)/n))>=Z).sum())
    res=c/R
elif case=="ratio-session":
    c=c0=0; B=100
    def arm(b):
        s=1+rng.poisson(3,(b,n)); k=rng.binomial(s,rng.beta(2,8,(b,n))); ms=s.mean(1); mk=k.mean(1); r=mk/ms
        vs=s.var(1,ddof=1); vk=k.var(1,ddof=1); cov=((s-ms[:,None])*(k-mk[:,None])).sum(1)/(n-1); v=(vk/ms**2-2*mk*cov/ms**3+mk**2*vs/ms**4)/n; return r,v,r*(1-r)/s.sum(1)
    for i in range(0,R,B):
        b=min(B,R-i); r1,v1,w1=arm(b); r2,v2,w2=arm(b); c+=int((np.abs(r2-r1)/np.sqrt(v1+v2)>=Z).sum()); c0+=int((np.abs(r2-r1)/np.sqrt(w1+w2)>=Z).sum())
    res=c/R; extra={"naive_session_level":c0/R}
dt=time.perf_counter()-t0
print(json.dumps(dict(case=case,impl=f"numpy {np.__version__} python {sys.version.split()[0]}",reps=R,seconds=round(dt,4),result=res,ok=abs(res-S["expected"])<=S["ok_abs"],**extra)))
