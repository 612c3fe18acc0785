# R anchors. usage: Rscript r_bench.R CASE [reps]. Prints one JSON line; seconds excludes start-up.
suppressMessages(library(jsonlite)); a <- commandArgs(TRUE); f <- sub("--file=","",grep("--file=",commandArgs(FALSE),value=TRUE))
S <- Filter(function(c) c$id==a[1], fromJSON(file.path(dirname(f),"..","fixtures","speed","spec.json"),simplifyVector=FALSE)$cases)[[1]]
R <- if (length(a)>1) as.integer(a[2]) else S$reps; n <- S$n_per_arm; Z <- qnorm(.975); set.seed(20261123); ex <- list()
zs <- function(x1,x2,n){p1<-x1/n;p2<-x2/n;(p2-p1)/sqrt((p1*(1-p1)+p2*(1-p2))/n)}
t0 <- proc.time()[[3]]
res <- switch(sub("-1m$","",a[1]),
 "power-user"={ c<-0L; for(i in seq_len(R)) { x1<-sum(runif(n)<S$p1); x2<-sum(runif(n)<S$p2); if(abs(zs(x1,x2,n))>=Z) c<-c+1L }; c/R },
 "power-binom"=mean(abs(zs(rbinom(R,n,S$p1),rbinom(R,n,S$p2),n))>=Z),
 "peek-binom"={ L<-S$looks;m<-n/L;x1<-matrix(rbinom(R*L,m,S$p1),L);x2<-matrix(rbinom(R*L,m,S$p2),L);x1<-apply(x1,2,cumsum);x2<-apply(x2,2,cumsum);mean(colSums(abs(zs(x1,x2,m*seq_len(L)))>=Z)>0) },
 "peek-user"={ L<-S$looks;m<-n/L;nn<-m*seq_len(L);c<-0L;for(i in seq_len(R)){x1<-cumsum(colSums(matrix(runif(n)<S$p1,m)));x2<-cumsum(colSums(matrix(runif(n)<S$p2,m)));if(any(abs(zs(x1,x2,nn))>=Z)) c<-c+1L};c/R },
 "revenue-welch"={ c<-0L; arm<-function(p){y<-numeric(n);k<-rbinom(1,n,p);if(k>0) y[seq_len(k)]<-exp(rnorm(k,S$mu,S$sigma));c(mean(y),var(y))}; for(i in seq_len(R)){u<-arm(S$p1);v<-arm(S$p2);if(abs((v[1]-u[1])/sqrt((u[2]+v[2])/n))>=Z) c<-c+1L};c/R },
 "ratio-session"={ c<-0L;c0<-0L;arm<-function(){s<-1+rpois(n,3);k<-rbinom(n,s,rbeta(n,2,8));ms<-mean(s);mk<-mean(k);r<-mk/ms;c(r,(var(k)/ms^2-2*mk*cov(s,k)/ms^3+mk^2*var(s)/ms^4)/n,r*(1-r)/sum(s))};for(i in seq_len(R)){u<-arm();v<-arm();d<-abs(v[1]-u[1]);if(d/sqrt(u[2]+v[2])>=Z)c<-c+1L;if(d/sqrt(u[3]+v[3])>=Z)c0<-c0+1L};ex$naive_session_level<-c0/R;c/R })
dt <- proc.time()[[3]]-t0
cat(toJSON(c(list(case=a[1],impl=paste0("R ",getRversion()),reps=R,seconds=round(dt,4),result=res,ok=abs(res-S$expected)<=S$ok_abs),ex),auto_unbox=TRUE,digits=6),"\n",sep="")
